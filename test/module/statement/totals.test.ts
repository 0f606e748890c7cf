/** Statements say what the ledger says, to the fen, on screen, on paper and in Excel. */
import readExcelFile from "read-excel-file/node";

import type { Statement } from "@yigou/backend/contract";

import { asPdf } from "../../../backend/src/papers/as-pdf";
import { asXlsx } from "../../../backend/src/papers/as-xlsx";
import { yuanText } from "../../../backend/src/papers/paper";
import { cooperativeStatement } from "../../../backend/src/queries/statement/cooperative";
import { toPaper } from "../../../backend/src/queries/statement/to-paper";
import { textOfPdf } from "../../support/pdf-text";
import { openBookDesk, type Whole } from "./book-desk";
import { homes, sellers } from "./busy-book";

let desk: Awaited<ReturnType<typeof openBookDesk>>;

beforeAll(async () => {
  desk = await openBookDesk();
});

afterAll(() => desk.close());

const autumn = { from: 202609, to: 202611 };
const october = { from: 202610, to: 202610 };
const names = ["zhong", "lai", "deng", "huang"] as const;

function sumOf<T>(rows: readonly T[], figure: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + figure(row), 0);
}

function expectBalanced({ statement, entries }: Whole): void {
  for (const line of [...statement.accounts, statement.total]) {
    const closing = line.opening_fen + line.in_fen + line.moved_fen - line.out_fen;
    expect(closing, `${line.kind} ${line.state ?? ""}`).toBe(line.closing_fen);
  }
  const { opening_fen, in_fen, out_fen, closing_fen } = statement.total;
  expect(sumOf(entries, ({ amount_fen }) => amount_fen)).toBe(in_fen - out_fen);
  const last = entries.at(-1)?.balance_fen;
  if (last !== undefined && last !== null) expect(last).toBe(closing_fen);
  expect(opening_fen + in_fen - out_fen).toBe(closing_fen);
}

async function sheetsOf({ statement, entries }: Whole) {
  const taken = { by: "test", at: "2026-11-22 15:00" };
  const file = await asXlsx(toPaper(statement, entries, entries.length, taken));
  return readExcelFile(file);
}

async function pdfOf({ statement, entries }: Whole): Promise<string> {
  const taken = { by: "test", at: "2026-11-22 15:00" };
  const chunks: Buffer[] = [];
  for await (const chunk of await asPdf(toPaper(statement, entries, entries.length, taken)))
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return textOfPdf(Buffer.concat(chunks));
}

const inFen = (yuan: unknown): number => Math.round(Number(yuan ?? 0) * 100);

describe.each(names)("the statement of the household %s", (name) => {
  const account = `household:${homes[name]}:%`;

  it.each([autumn, october])("over %o ends with the ledger's balance", async (span) => {
    const whole = await desk.household(name, span);
    expectBalanced(whole);
    const balance = await desk.sum("p.account_id like ? and t.period <= ?", [account, span.to]);
    expect(whole.statement.total.closing_fen).toBe(balance);
    const settled = whole.statement.accounts.find(({ state }) => state === "settled");
    const own = `household:${homes[name]}:settled`;
    expect(settled?.closing_fen).toBe(
      await desk.sum("p.account_id = ? and t.period <= ?", [own, span.to]),
    );
    expect(sumOf(whole.statement.categories, (one) => one.credited_fen - one.reversed_fen)).toBe(
      whole.statement.total.in_fen - whole.statement.total.out_fen,
    );
  });

  it("says the same in Excel and on paper", async () => {
    const whole = await desk.household(name, autumn);
    const { total } = whole.statement;
    const sheets = await sheetsOf(whole);
    const book = sheets.at(-1)?.data.slice(1) ?? [];
    expect(sumOf(book, (row) => inFen(row[4]))).toBe(total.in_fen - total.out_fen);
    expect(inFen(book.at(-1)?.[6])).toBe(total.closing_fen);
    const states = sheets.find(({ sheet }) => sheet.includes("按状态"))?.data ?? [];
    expect(inFen(states.at(-1)?.[5])).toBe(total.closing_fen);
    const text = await pdfOf(whole);
    expect(text).toContain(yuanText(total.closing_fen));
    for (const { closing_fen } of whole.statement.accounts)
      expect(text).toContain(yuanText(closing_fen));
  });
});

describe("deductions", () => {
  it("of all households add up to what the parties got, month by month and in all", async () => {
    for (const span of [october, autumn, { from: 202611, to: 202611 }]) {
      const wholes = await Promise.all(names.map((name) => desk.household(name, span)));
      for (const part of ["service", "packing", "freight", "platform", "loss_pool"]) {
        const shares = sumOf(wholes, ({ statement }) => partOf(statement, part));
        const ledger = await desk.sum(
          "account_kind(p.account_id) = ? and t.period >= ? and t.period <= ?",
          [part, span.from, span.to],
        );
        expect(shares, `${part} of ${span.from}`).toBe(ledger);
      }
    }
  });

  it("and what the household keeps are all that was paid for it", async () => {
    const { statement } = await desk.household("zhong", autumn);
    const { gross_fen, parts, net_fen } = statement.deductions;
    expect(gross_fen).toBe(net_fen + sumOf(parts, ({ amount_fen }) => amount_fen));
    expect(net_fen).toBe(statement.total.in_fen - statement.total.out_fen);
  });
});

function partOf({ deductions }: Statement, part: string): number {
  return deductions.parts.find((one) => one.part === part)?.amount_fen ?? 0;
}

describe("the statement of a cooperative", () => {
  const asked = { id: sellers.oranges, seat: "", prefix: "" };

  it.each([autumn, october])("over %o has its own fees and its households' money", async (span) => {
    const whole = await desk.whole((trx) => cooperativeStatement(trx, asked, span));
    expectBalanced(whole);
    const service = whole.statement.accounts.find(({ kind }) => kind === "service");
    expect(service?.closing_fen).toBe(
      await desk.sum("p.account_id = ? and t.period <= ?", [`service:${asked.id}`, span.to]),
    );
    const owed = sumOf(
      whole.statement.accounts.filter(({ state }) =>
        ["expected", "earned", "settled"].includes(state ?? ""),
      ),
      ({ closing_fen }) => closing_fen,
    );
    expect(sumOf(whole.statement.counterparts, ({ owed_fen }) => owed_fen)).toBe(owed);
    for (const one of whole.statement.counterparts) {
      expect(one.opening_fen + one.credited_fen - one.reversed_fen - one.paid_fen).toBe(
        one.owed_fen,
      );
    }
  });

  it("names no household of another place, but counts its money", async () => {
    const narrow = { ...asked, id: sellers.tea, prefix: "360722" };
    const near = await desk.whole((trx) => cooperativeStatement(trx, narrow, autumn));
    const all = await desk.whole((trx) =>
      cooperativeStatement(trx, { ...narrow, prefix: "" }, autumn),
    );
    expect(JSON.stringify(near)).not.toContain("huang");
    expect(JSON.stringify(all)).toContain("huang");
    const owed = ({ statement }: Whole) => sumOf(statement.counterparts, (one) => one.owed_fen);
    expect(owed(near)).toBe(owed(all));
  });

  it("does not open for an official of another seat", async () => {
    const elsewhere = { ...asked, seat: "350583" };
    await expect(
      desk.whole((trx) => cooperativeStatement(trx, elsewhere, autumn)),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
