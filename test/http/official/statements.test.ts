/** Statements over HTTP: who gets one, in which form, and what it says. */
import readExcelFile from "read-excel-file/node";
import { z } from "zod";

import {
  cooperativeMeReplySchema,
  flowReplySchema,
  householdsReplySchema,
  statementPageSchema,
} from "@yigou/backend/contract";

import { textOfPdf } from "../../support/pdf-text";
import { demo } from "../../support/postgres";
import { look } from "../ledger";
import { buyOne, listGoods, openShop, type Shop, untilCredited } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let county: Visitor;
let seller: Visitor;
let household_id: string;
let order_id: string;

beforeAll(async () => {
  shop = await openShop();
  [county, seller] = [await shop.visitor("county_official"), await shop.visitor("cooperative")];
  const goods = await listGoods(seller);
  const buyer = await shop.visitor("buyer");
  const { order } = await buyOne(buyer, goods.variant_id, 2);
  await untilCredited(buyer, order.id);
  order_id = order.id;
  const [credit] = await look(
    shop.house.database,
    z.object({ household_id: z.string() }),
    "select household_id from income_credit where order_id = $1 order by net_fen desc limit 1",
    [order_id],
  );
  household_id = credit?.household_id ?? "";
});
afterAll(() => shop.close());

const statementOf = (id: string, query = "") => `/official/statements/household/${id}${query}`;

/** Fetches a file as the demonstration's county official. */
async function fileOf(path: string): Promise<{ bytes: Buffer; headers: Headers }> {
  const account = demo().accounts["county_official"];
  const login = await fetch(`${shop.house.url}/auth/official/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": "198.51.77.1" },
    body: JSON.stringify({ email: account?.email, password: account?.password }),
  });
  const { token } = z.object({ token: z.string() }).parse(await login.json());
  const reply = await fetch(`${shop.house.url}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(reply.status).toBe(200);
  return { bytes: Buffer.from(await reply.arrayBuffer()), headers: reply.headers };
}

describe("the statement of a household", () => {
  it("says on screen, in Excel and on paper what the ledger says", async () => {
    const page = replyOf(await county.get(statementOf(household_id)), statementPageSchema);
    const [ledger] = await look(
      shop.house.database,
      z.object({ fen: z.coerce.number() }),
      "select sum(amount_fen) as fen from ledger_posting where account_id like $1",
      [`household:${household_id}:%`],
    );
    const { closing_fen } = page.statement.total;
    expect(closing_fen).toBe(ledger?.fen);
    const yuan = (closing_fen / 100).toFixed(2);

    const pdf = await fileOf(statementOf(household_id, "?form=pdf"));
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(pdf.headers.get("cache-control")).toBe("no-store");
    const name = encodeURIComponent(`农户收入明白卡-${page.statement.code ?? ""}`);
    expect(pdf.headers.get("content-disposition")).toContain(`filename*=UTF-8''${name}`);
    const text = textOfPdf(pdf.bytes);
    expect(text).toContain("农户收入明白卡");
    expect(text).toContain(`${page.statement.name}户`);
    expect(text).toContain(yuan);

    const xlsx = await fileOf(statementOf(household_id, "?form=xlsx"));
    const book = (await readExcelFile(xlsx.bytes)).at(-1)?.data.slice(1) ?? [];
    const sum = book.reduce((all, row) => all + Math.round(Number(row[4] ?? 0) * 100), 0);
    expect(sum).toBe(closing_fen);
    expect(book).toHaveLength(page.count);
  });

  it("has no ID number, phone or card in any form", async () => {
    for (const form of ["pdf", "json"]) {
      const { bytes } = await fileOf(statementOf(household_id, `?form=${form}`));
      const text = form === "pdf" ? textOfPdf(bytes) : bytes.toString("utf8");
      expect(text).not.toMatch(/990000\d{8}|1000000\d{4}/);
    }
  });

  it("is logged with its form", async () => {
    await county.get(statementOf(household_id));
    const reads = await look(
      shop.house.database,
      z.object({ route: z.string() }),
      "select distinct route from file_read where household_id = $1",
      [household_id],
    );
    const routes = reads.map(({ route }) => route);
    expect(routes).toContain("GET /official/statements/household/:id?form=pdf");
    expect(routes).toContain("GET /official/statements/household/:id?form=json");
  });

  it("is not found by officials of another place, and needs an official", async () => {
    const elsewhere = await shop.visitor("county_official_other");
    expect(refusalOf(await elsewhere.get(statementOf(household_id)))).toBe("404 not_found");
    const cadre = await shop.visitor("village_cadre");
    const village = replyOf(
      await cadre.get("/official/households?limit=100"),
      householdsReplySchema,
    );
    const all = replyOf(await county.get("/official/households?limit=100"), householdsReplySchema);
    const own = new Set(village.households.map(({ id }) => id));
    const foreign = all.households.find(({ id }) => !own.has(id));
    for (const form of ["json", "pdf", "xlsx"]) {
      const path = statementOf(foreign?.id ?? "", `?form=${form}`);
      expect(refusalOf(await cadre.get(path))).toBe("404 not_found");
      expect((await seller.get(path)).status).toBe(401);
    }
  });

  it("wants a span that ends after it begins, and a form that there is", async () => {
    for (const query of ["?from=2026-11&to=2026-10", "?from=2026-13", "?form=docx", "?all=1"]) {
      const answer = await county.get(statementOf(household_id, query));
      expect(refusalOf(answer), query).toBe("400 invalid_input");
    }
  });
});

describe("the statement of a cooperative", () => {
  it("is its own, and of another one's orders nothing is found", async () => {
    const own = replyOf(await seller.get("/cooperative/statement"), statementPageSchema);
    const me = replyOf(await seller.get("/cooperative/me"), cooperativeMeReplySchema);
    expect(own.statement.id).toBe(me.cooperative.id);
    expect(own.count).toBeGreaterThan(0);
    const other = await shop.visitor("cooperative_other");
    const foreign = await other.get(`/cooperative/statements/order/${order_id}`);
    expect(refusalOf(foreign)).toBe("404 not_found");
    const theirs = replyOf(await other.get("/cooperative/statement"), statementPageSchema);
    expect(theirs.statement.id).not.toBe(me.cooperative.id);
  });
});

describe("the money flow", () => {
  it("of the own area balances; a wider or another one is not found", async () => {
    const picture = replyOf(await county.get("/official/money-flow"), flowReplySchema);
    expect(picture.sum_fen).toBe(0);
    expect(picture.flows.length).toBeGreaterThan(0);
    for (const code of ["35", "350583"]) {
      const answer = await county.get(`/official/money-flow?division_code=${code}`);
      expect(refusalOf(answer)).toBe("404 not_found");
    }
  });
});
