/** Every route, everybody at its door: those who may get an answer, all others are told nothing. */
import { type RouteKey, routes } from "@yigou/backend/contract";

import { personOf } from "../../lists/gifts";
import { type VisitorName, visitorNames, whoMay } from "../../lists/who-may";
import { openShop, type Shop } from "../shop";
import { type Answer, refusalOf } from "../visitor";
import { type Facts, makeFacts } from "./facts";
import { visits } from "./visits";

let shop: Shop;
let facts: Facts;

beforeAll(async () => {
  shop = await openShop();
  facts = await makeFacts(shop);
});
afterAll(() => shop.close());

function isRouteKey(key: string): key is RouteKey {
  return Object.hasOwn(routes, key);
}

const keys = Object.keys(routes).filter(isRouteKey);
const mayNot = (key: RouteKey): VisitorName[] =>
  visitorNames.filter((name) => !whoMay[key].includes(name));

/** The order of the table is nobody's business but these; its id is a mark like a phone number. */
const seeTheOrder: readonly VisitorName[] = [
  "buyer",
  "cooperative",
  "village_cadre",
  "county_official",
  "operator",
];

/** Whom a gift reaches: its buyer, the cooperative that ships, the operator. */
const seeThePeople: readonly VisitorName[] = ["buyer", "cooperative", "operator"];
const PERSON = personOf(2).street;

/** Medusa's own guard of /admin says 401 without a code. */
const TOLD_NOTHING = /^(401 .*nauthorized|404 not_found)/;
const ROLE_IS_MISSING = /^403 forbidden_action$/;

/** Officials of the area who lack the role are told just that; it says nothing about the case. */
const needsARole = new Set<RouteKey>([
  "POST /official/cooperatives/:id/decision",
  "POST /official/disputes/:id/resolution",
  "POST /official/households/:id/cards",
  "POST /official/households/:id/recipients",
  "POST /official/recipients/:id/ending",
  "POST /official/origin-disputes/:id/resolution",
  "GET /official/periods/:month",
  "POST /official/periods/:month/close",
]);
/** Officials above the village are told the same of what the village keeps. */
const needsTheVillage = new Set<RouteKey>([
  "POST /official/households/:id/members",
  "POST /official/households/:id/members/:member_id/leaving",
  "POST /official/households/:id/members/:member_id/correction",
  "POST /official/households/:id/head",
]);
const mayNotAct = (name: VisitorName, key: RouteKey): boolean =>
  (needsARole.has(key) && name === "village_cadre") ||
  (needsTheVillage.has(key) && name === "county_official");

async function come(name: VisitorName, key: RouteKey): Promise<Answer> {
  const [method = "GET"] = key.split(" ");
  const { path, sent } = visits[key](facts);
  const answer = await (await shop.visitor(name)).send(method, path, sent);
  if (!seeTheOrder.includes(name)) expect(answer.text).not.toContain(facts.order_id);
  if (!seeThePeople.includes(name)) expect(answer.text).not.toContain(PERSON);
  return answer;
}

describe.each(keys)("%s", (key) => {
  const strangers = mayNot(key);
  if (strangers.length > 0) {
    it(`tells nothing to ${strangers.join(", ")}`, async () => {
      for (const name of strangers) {
        const refusal = refusalOf(await come(name, key));
        expect(refusal, name).toMatch(mayNotAct(name, key) ? ROLE_IS_MISSING : TOLD_NOTHING);
      }
    });
  }

  it(`answers ${whoMay[key].join(", ")}`, async () => {
    for (const name of whoMay[key]) {
      const answer = await come(name, key);
      const expected = visits[key](facts).answers ?? [200];
      expect(expected, `${name} got ${answer.status} ${answer.text.slice(0, 300)}`).toContain(
        answer.status,
      );
    }
  });
});

describe("a token of one kind", () => {
  it("opens no door of another kind, and a forged one opens none", async () => {
    const { url } = shop.house;
    const reply = await fetch(`${url}/official/households`, {
      headers: { authorization: "Bearer eyJhbGciOiJub25lIn0.eyJhY3Rvcl9pZCI6IjEifQ." },
    });
    expect(reply.status).toBe(401);
  });

  it("is needed by Medusa's own admin routes: officials and cooperatives are no operators", async () => {
    for (const name of visitorNames.filter((visitor) => visitor !== "operator")) {
      const visitor = await shop.visitor(name);
      for (const path of ["/admin/orders", "/admin/customers", "/admin/users", "/admin/payments"]) {
        expect((await visitor.get(path)).status, `${name} ${path}`).toBe(401);
      }
    }
  });
});
