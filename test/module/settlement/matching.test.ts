/** The bank beside the ledger: each row once, sure matches, proposals that a person decides. */
import { z } from "zod";

import { hashOf, type BankRow } from "../../../backend/src/modules/settlement";
import { COOPERATIVE, at, books, openSettlements, type SettlementDesk, sumOf } from "./desk";

let desk: SettlementDesk;
beforeAll(async () => {
  desk = await openSettlements();
});
afterAll(() => desk.close());

let serial = 0;

function rowOf(change: Partial<BankRow>): BankRow {
  serial += 1;
  const empty = {
    serial: null,
    remark: null,
    reference_key: null,
    payee_masked: null,
    payee_mark: null,
    last4: null,
  };
  const row = {
    line_no: serial,
    booked_on: "2026-11-25",
    out_fen: 1,
    in_fen: 0,
    ...empty,
    ...change,
  };
  return {
    ...row,
    content_hash: hashOf(JSON.stringify({ ...row, line_no: 0, n: change.line_no ?? serial })),
  };
}

async function importRows(rows: BankRow[], file_hash = `file-${(serial += 1).toString()}`) {
  const statement = {
    cooperative_id: COOPERATIVE,
    file_hash,
    layout: "general",
    rows,
    imported_by: books.id,
    at,
  };
  let head = await desk.settlements.startImport(statement);
  if (head.stored_rows < rows.length)
    head = await desk.settlements.storeRows(head, rows.slice(head.stored_rows));
  return { head, found: await desk.settlements.match(COOPERATIVE, at) };
}

const matchRow = z.object({
  id: z.string(),
  line_id: z.string().nullable(),
  voucher_id: z.string().nullable(),
  state: z.string(),
  basis: z.string(),
});

async function matches(row: { content_hash: string }) {
  const found: unknown = await desk
    .pg("bank_match as m")
    .join("bank_row as r", "r.id", "m.row_id")
    .where("r.content_hash", row.content_hash)
    .select("m.*");
  return z.array(matchRow).parse(found);
}

describe("a statement", () => {
  it("adds nothing when it is imported again, nor when another file has the same rows", async () => {
    const rows = [rowOf({ out_fen: 900_001 }), rowOf({ out_fen: 900_002 })];
    const first = await importRows(rows, "same");
    expect(first.head).toMatchObject({ row_count: 2, stored_rows: 2, new_rows: 2 });
    expect((await importRows(rows, "same")).head).toMatchObject({ stored_rows: 2, new_rows: 2 });
    const overlapping = await importRows([...rows, rowOf({ out_fen: 900_003 })]);
    expect(overlapping.head).toMatchObject({ row_count: 3, new_rows: 1 });
  });

  it("goes on where it was cut off", async () => {
    const rows = Array.from({ length: 30 }, (_, n) => rowOf({ out_fen: 910_000 + n }));
    const statement = {
      cooperative_id: COOPERATIVE,
      file_hash: "cut",
      layout: "general",
      rows,
      imported_by: books.id,
      at,
    };
    const head = await desk.settlements.startImport(statement);
    await desk.settlements.storeRows(head, rows.slice(0, 10));
    expect(await desk.settlements.startImport(statement)).toMatchObject({ stored_rows: 10 });
    expect((await importRows(rows, "cut")).head).toMatchObject({ stored_rows: 30, new_rows: 30 });
  });
});

describe("a row of the bank", () => {
  it("answers the line whose reference and amount it carries, for sure", async () => {
    const { lines } = await desk.approved();
    const [line] = lines;
    if (!line) throw new Error("no line");
    const row = rowOf({ out_fen: line.amount_fen, reference_key: line.reference });
    const dear = rowOf({ out_fen: line.amount_fen + 1, reference_key: line.reference });
    await importRows([row, dear]);
    expect(await matches(row)).toMatchObject([
      { line_id: line.id, state: "matched", basis: "reference" },
    ]);
    expect(await matches(dear)).toEqual([]);
  });

  it("answers a voucher that pays many lines by its number and its sum", async () => {
    const { id, lines } = await desk.approved();
    const voucher = desk.voucherOf(id, sumOf(lines));
    const voucher_id = await desk.settlements.voucher(voucher);
    const row = rowOf({ out_fen: sumOf(lines), serial: voucher.reference });
    await importRows([row]);
    expect(await matches(row)).toMatchObject([{ voucher_id, state: "matched", basis: "voucher" }]);
  });

  it("is proposed by amount and card or name, near in time, and a person decides once", async () => {
    const { lines } = await desk.approved();
    const [first, second] = lines;
    if (!first || !second) throw new Error("no lines");
    const byCard = rowOf({ out_fen: first.amount_fen, last4: "0000" });
    const byName = rowOf({ out_fen: second.amount_fen, payee_mark: `mark-${second.household_id}` });
    const late = rowOf({
      out_fen: second.amount_fen,
      payee_mark: `mark-${second.household_id}`,
      booked_on: "2027-06-01",
    });
    await importRows([byCard, byName, late]);
    const [card] = (await matches(byCard)).filter((one) => one.line_id === first.id);
    const [name] = await matches(byName);
    expect([card?.basis, name?.basis]).toEqual(["card", "name"]);
    expect(await matches(late)).toEqual([]);
    const said = { cooperative_id: COOPERATIVE, by: books, at };
    await desk.settlements.decide({ ...said, match_id: card?.id ?? "", decision: "confirm" });
    await desk.settlements.decide({ ...said, match_id: name?.id ?? "", decision: "reject" });
    await expect(
      desk.settlements.decide({ ...said, match_id: name?.id ?? "", decision: "confirm" }),
    ).rejects.toMatchObject({ refusal: "match_decided" });
    await expect(
      desk.settlements.decide({
        ...said,
        cooperative_id: "coop_other",
        match_id: name?.id ?? "",
        decision: "confirm",
      }),
    ).rejects.toMatchObject({ refusal: "not_found" });
    await desk.settlements.match(COOPERATIVE, at);
    expect(await matches(byName)).toMatchObject([{ state: "rejected" }]);
  });

  it("of another cooperative answers nothing here", async () => {
    const { lines } = await desk.approved();
    const [line] = lines;
    const row = rowOf({ out_fen: line?.amount_fen ?? 1, reference_key: line?.reference ?? "" });
    const statement = {
      cooperative_id: "coop_other",
      file_hash: "other",
      layout: "general",
      rows: [row],
      imported_by: "x",
      at,
    };
    const head = await desk.settlements.startImport(statement);
    await desk.settlements.storeRows(head, [row]);
    expect(await desk.settlements.match("coop_other", at)).toEqual({ matched: 0, proposed: 0 });
  });
});
