/** The money flow of a month adds up: at every party, over places, and down to every posting. */
import { flowEnds, flowSources } from "@yigou/backend/contract/flow-words";

import { postingsOf } from "../../../backend/src/queries/money-flow/list-postings";
import { flowOf } from "../../../backend/src/queries/money-flow/read-flow";
import { openBookDesk } from "./book-desk";

let desk: Awaited<ReturnType<typeof openBookDesk>>;

beforeAll(async () => {
  desk = await openBookDesk();
});

afterAll(() => desk.close());

type Picture = Awaited<ReturnType<typeof flowOf>>;

const WHOLE = "";
const counties = ["360722", "350583"];
const villages = ["360722101201", "360722101202", "350583107203"];
const months = ["2026-09", "2026-10", "2026-11"];
const now = new Date("2026-11-30T00:00:00Z");

const pictureOf = (prefix: string, month: string): Promise<Picture> =>
  desk.inOneView((trx) => flowOf(trx, { prefix, mayName: true }, month));

const amountOf = ({ flows }: Picture, source: string, target: string): number =>
  flows.find((one) => one.source === source && one.target === target)?.amount_fen ?? 0;

describe.each(months)("the picture of %s", (month) => {
  it.each([WHOLE, ...counties, ...villages])("of place '%s' adds up to zero", async (prefix) => {
    const picture = await pictureOf(prefix, month);
    expect(picture.sum_fen).toBe(0);
    for (const line of picture.accounts) {
      expect(line.opening_fen + line.in_fen + line.moved_fen - line.out_fen).toBe(line.closing_fen);
    }
  });

  it.each([WHOLE, ...counties, ...villages])(
    "of place '%s' loses no fen at a household",
    async (prefix) => {
      const { flows } = await pictureOf(prefix, month);
      const into = flows.filter(({ target }) => target === "household_business");
      const out = flows.filter(({ source }) => source === "household_business");
      const sum = (bands: typeof flows) => bands.reduce((all, one) => all + one.amount_fen, 0);
      expect(sum(out)).toBe(sum(into));
      for (const { amount_fen } of flows) expect(amount_fen).toBeGreaterThan(0);
    },
  );

  it.each([counties, villages])("of places %s, %s adds up to the whole", async (...places) => {
    const whole = await pictureOf(WHOLE, month);
    const parts = await Promise.all(places.map((prefix) => pictureOf(prefix, month)));
    // Shipping belongs to no household: it stands in the whole only.
    for (const { source, target, amount_fen } of whole.flows.filter(
      (one) => one.source !== "shipping" && one.target !== "shipping" && one.source !== "earlier",
    )) {
      const sum = parts.reduce((all, part) => all + amountOf(part, source, target), 0);
      expect(sum, `${source} to ${target}`).toBe(amount_fen);
    }
  });

  it("leads from every number to the postings that it is made of", async () => {
    for (const prefix of [WHOLE, ...counties]) {
      const { flows, accounts } = await pictureOf(prefix, month);
      const reader = { prefix, mayName: true };
      for (const { source, target, amount_fen, postings } of flows) {
        const query = { month, source, target, limit: 5, offset: 0 };
        const list = await desk.inOneView((trx) => postingsOf(trx, reader, query, now));
        expect(list.total_fen, `${source} to ${target}`).toBe(amount_fen);
        expect(list.count).toBe(postings);
      }
      for (const { kind, state, opening_fen, closing_fen } of accounts) {
        const query = { month, account: kind, limit: 5, offset: 0, ...(state ? { state } : {}) };
        const list = await desk.inOneView((trx) => postingsOf(trx, reader, query, now));
        expect(list.total_fen, `${kind} ${state ?? ""}`).toBe(closing_fen - opening_fen);
      }
    }
  });
});

describe("the postings of an area", () => {
  it("name no household of another, and nobody to the operator", async () => {
    const query = { month: "2026-10", account: "household", limit: 500, offset: 0 };
    const near = await desk.inOneView((trx) =>
      postingsOf(trx, { prefix: "360722", mayName: true }, query, now),
    );
    expect(JSON.stringify(near)).toContain("zhong");
    expect(JSON.stringify(near)).not.toContain("huang");
    const all = await desk.inOneView((trx) =>
      postingsOf(trx, { prefix: WHOLE, mayName: false }, query, now),
    );
    expect(JSON.stringify(all)).not.toMatch(/hh_|家"/);
  });
});

describe("the words of the picture", () => {
  it("keep what comes apart from what goes", () => {
    expect(new Set([...flowSources, ...flowEnds]).size).toBe(flowSources.length + flowEnds.length);
  });
});
