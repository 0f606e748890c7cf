/** Income that no order brings: entered by one member, approved by another, taken back by a further entry. */
import { z } from "zod";

import { importReplySchema } from "@yigou/backend/contract";

import {
  approve,
  contractFor,
  creditsIn,
  decisionOver,
  entryOf,
  type Members,
  payOut,
  prepare,
  wageOf,
} from "../entries";
import { sheetForm, type SheetCell, xlsxOf } from "../../lists/sheets";
import { look } from "../ledger";
import { openShop, type Shop, suppliersOf } from "../shop";
import { memberNamed, refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let members: Members;
let county: Visitor;
let households: string[];

beforeAll(async () => {
  shop = await openShop();
  members = {
    manager: await shop.visitor("cooperative"),
    bookkeeper: await memberNamed(shop.house.url, "bookkeeper"),
  };
  county = await shop.visitor("county_official");
  households = await suppliersOf(members.manager);
  for (const household_id of households) await contractFor(members, household_id);
});
afterAll(() => shop.close());

const decide = "/cooperative/entries/decisions";
const home = (at: number): string => households[at] ?? "";

/** The legs of an entry's transactions. */
async function legsOf(entry_id: string): Promise<[string, number][]> {
  const rows = await look(
    shop.house.database,
    z.object({ account: z.string(), fen: z.coerce.number() }),
    `select split_part(p.account_id, ':', 1) || coalesce(':' || account_state(p.account_id), '') as account, p.amount_fen as fen
       from ledger_transaction t join ledger_posting p on p.transaction_seq = t.seq
      where t.facts->>'entry_id' = $1 order by t.seq, p.leg`,
    [entry_id],
  );
  return rows.map(({ account, fen }) => [account, fen]);
}

describe("a wage", () => {
  it("is credited as earned wage income when another member has approved it, once", async () => {
    const id = await prepare(members, wageOf(home(0)));
    expect((await creditsIn(county, home(0))).length).toBe(0);
    const two = await Promise.all([
      members.manager.post(decide, decisionOver([id])),
      members.manager.post(decide, decisionOver([id])),
    ]);
    expect(two.map((one) => one.status).toSorted()).toEqual([200, 409]);
    expect(await legsOf(id)).toEqual([
      ["wages", -180_000],
      ["household:earned", 180_000],
    ]);
    const [credit] = await creditsIn(county, home(0));
    expect(credit).toMatchObject({ linkage: "wage", category: "wage", net_fen: 180_000 });
    const again = await members.manager.post(decide, decisionOver([id]));
    expect(refusalOf(again)).toBe("409 entry_decided");
  });

  it("is not approved by who prepared it, nor by a bookkeeper, nor by another cooperative", async () => {
    const own = await members.manager.post("/cooperative/entries", wageOf(home(1), 5_000, "自制"));
    const { entry } = replyOf(own, z.object({ entry: z.object({ id: z.string() }) }));
    expect(refusalOf(await members.manager.post(decide, decisionOver([entry.id])))).toBe(
      "409 same_person",
    );
    expect(refusalOf(await members.bookkeeper.post(decide, decisionOver([entry.id])))).toBe(
      "403 forbidden_action",
    );
    const other = await shop.visitor("cooperative_other");
    expect(refusalOf(await other.post(decide, decisionOver([entry.id])))).toBe("404 not_found");
    expect(await legsOf(entry.id)).toEqual([]);
  });

  it("needs a contract in force, a household of the county, and a month that has begun", async () => {
    const post = async (body: object): Promise<string> =>
      refusalOf(await members.bookkeeper.post("/cooperative/entries", body));
    expect(await post({ ...wageOf(home(0)), linkage: "dividend" })).toBe("400 contract_unknown");
    expect(await post({ ...wageOf(home(0)), period: "2025-01" })).toBe("400 contract_unknown");
    expect(await post({ ...wageOf(home(0)), period: "2099-01" })).toBe("400 period_ahead");
    expect(await post(wageOf("hh_nobody"))).toBe("400 household_unknown");
    expect(await post(wageOf(home(0)))).toBe("409 entry_exists");
  });

  it("is taken back by a further entry that names it, once and by two people", async () => {
    const id = await prepare(members, wageOf(home(2), 90_000));
    await approve(members, [id]);
    const path = `/cooperative/entries/${id}/reversal`;
    const reason = { reason: "多记了三天" };
    const made = await members.bookkeeper.post(path, reason);
    const back = replyOf(made, z.object({ entry: z.object({ id: z.string() }) })).entry.id;
    expect(refusalOf(await members.bookkeeper.post(path, reason))).toBe("409 entry_decided");
    await approve(members, [back]);
    expect((await legsOf(id)).map(([, fen]) => fen).reduce((sum, fen) => sum + fen, 0)).toBe(0);
    expect(await entryOf(members, id)).toMatchObject({ state: "reversed" });
    const [credit] = await creditsIn(county, home(2));
    expect(credit).toMatchObject({ net_fen: 90_000, reversed_fen: 90_000 });
  });

  it("is never taken back once the household has its money", async () => {
    const id = await prepare(members, wageOf(home(3), 70_000));
    await approve(members, [id]);
    const made = await members.bookkeeper.post(`/cooperative/entries/${id}/reversal`, {
      reason: "记错了户",
    });
    const back = replyOf(made, z.object({ entry: z.object({ id: z.string() }) })).entry.id;
    await payOut(members, home(3));
    const late = await members.manager.post(decide, decisionOver([back]));
    expect(refusalOf(late)).toBe("409 entry_paid");
    expect(await entryOf(members, back)).toMatchObject({ state: "prepared" });
    expect(await entryOf(members, id)).toMatchObject({ state: "approved", credit_state: "paid" });
  });
});

describe("a bonus", () => {
  it("is transfer income that does not count", async () => {
    const id = await prepare(members, { ...wageOf(home(4), 20_000), linkage: "bonus" });
    await approve(members, [id]);
    expect(await legsOf(id)).toEqual([
      ["bonus", -20_000],
      ["household:earned", 20_000],
    ]);
    expect(await entryOf(members, id)).toMatchObject({ category: "transfer", countable: false });
    const [credit] = await creditsIn(county, home(4));
    expect(credit).toMatchObject({ category: "transfer", countable: false });
  });
});

describe("a table of entries", () => {
  async function send(text: string) {
    const form = new FormData();
    form.set("file", new Blob([text], { type: "text/csv" }), "entries.csv");
    const answer = await members.bookkeeper.post("/cooperative/entries/import", form);
    return replyOf(answer, importReplySchema);
  }

  const aliasesSchema = z.object({ households: z.array(z.object({ alias: z.string() })) });

  async function suppliersNamed(): Promise<string[]> {
    const reply = await members.bookkeeper.get("/cooperative/households?limit=10");
    return replyOf(reply, aliasesSchema).households.map(({ alias }) => alias);
  }

  it("adds every row or none, and nothing the second time", async () => {
    const aliases = await suppliersNamed();
    const rows = aliases.slice(0, 3).map((alias) => `${alias},工资,2026-08,1000.50,`);
    const heading = "农户,联结方式,月份,金额,备注";
    const wrong = await send([heading, ...rows, "无此一家,工资,2026-08,1,"].join("\n"));
    expect(wrong).toMatchObject({ added: 0, known: 0 });
    expect(wrong.errors).toMatchObject([{ row: 5, field: "household" }]);
    expect(wrong.errors[0]?.reason_zh).toBe("农户不存在");
    const table = [heading, ...rows].join("\r\n");
    expect(await send(table)).toMatchObject({ added: 3, known: 0, amount_fen: 300_150 });
    expect(await send(table)).toMatchObject({ added: 0, known: 3, amount_fen: 0 });
  });

  it("may be an Excel file with days, numbers and sums as Excel keeps them", async () => {
    const aliases = await suppliersNamed();
    const heading = ["农户", "联结方式", "月份", "金额（元）", "备注"];
    const month = new Date("2026-07-01T00:00:00Z");
    const sheet = async (...rows: SheetCell[][]) => {
      const content = await xlsxOf([heading, ...rows]);
      const answer = await members.bookkeeper.post(
        "/cooperative/entries/import",
        sheetForm(content),
      );
      return replyOf(answer, importReplySchema);
    };
    const [one = "", two = "", three = ""] = aliases;
    // 1,000.10 + 200.20 is 1200.3000000000002 in binary, and 1200.3 on the screen.
    const right: SheetCell[][] = [
      [one, "工资", month, 1000.1 + 200.2, null],
      [two, "工资", "2026年7月", "￥1,000.50", "采果"],
      [three, "工资", month, 7, "=1+1"],
    ];
    const wrong = await sheet(...right, [one, "工资", month, 1.005, null]);
    expect(wrong).toMatchObject({ added: 0, errors: [{ row: 5, field: "amount" }] });
    expect(await sheet(...right)).toMatchObject({ added: 3, amount_fen: 120_030 + 100_050 + 700 });
    expect(await sheet(...right)).toMatchObject({ added: 0, known: 3, amount_fen: 0 });
  });

  it("that is no Excel file, whatever its name says, is refused", async () => {
    const broken = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(64, 7)]);
    const answer = await members.bookkeeper.post("/cooperative/entries/import", sheetForm(broken));
    expect(refusalOf(answer)).toBe("400 table_unreadable");
  });
});
