/** A ledger with settled credits, and the room of settlements over the same database. */
import { SettlementModuleService } from "../../../backend/src/modules/settlement/service";
import type { NewSettlement, Person } from "../../../backend/src/modules/settlement";
import { capture, openDesk } from "../income/desk";

/** The cooperative of every sale of the ledger's desk. */
export const COOPERATIVE = "coop_jinpen";

/** Prepares. */
export const books: Person & { role: "bookkeeper" } = {
  id: "coopm_books",
  name: "谢秀英",
  role: "bookkeeper",
};
/** Approves. */
export const manager: Person & { role: "manager" } = {
  id: "coopm_manager",
  name: "钟明山",
  role: "manager",
};
/** Two people above nothing: the strictest rule. */
export const rule = { approval_above_fen: 0, one_person_below: false };
/** When everything here is done. */
export const at = "2026-11-25T00:00:00.000Z";

/** Opens the rooms; `close` drops their database. */
export async function openSettlements() {
  const desk = await openDesk();
  const settlements = new SettlementModuleService({ __pg_connection__: desk.pg });

  /** A sale whose return window is over: credits that are payable. */
  async function payable() {
    const { order_id, households } = await desk.sold();
    await desk.ledger.credit(capture(order_id));
    const move = { at, order_id, facts: {} };
    await desk.ledger.move(
      {
        ...move,
        key: `accept:${order_id}`,
        kind: "accept",
        from: "expected",
        to: "earned",
        cause: "delivered",
      },
      { order_id },
    );
    await desk.ledger.move(
      {
        ...move,
        key: `settle:${order_id}`,
        kind: "settle",
        from: "earned",
        to: "settled",
        cause: "window",
      },
      { order_id },
    );
    const credits = (await desk.balances(order_id)).map(({ credit_id, settled_fen }) => ({
      credit_id,
      amount_fen: settled_fen,
    }));
    return { order_id, households, credits };
  }
  type Payable = Awaited<ReturnType<typeof payable>>;

  /** A draft with a line for each household of a sale. */
  function draftOf({ households, credits }: Payable): NewSettlement {
    return {
      cooperative_id: COOPERATIVE,
      division_code: "360722101000",
      from_on: null,
      to_on: "2026-11-25",
      by: books,
      at,
      lines: households.map((household_id, n) => ({
        household_id,
        alias: `${household_id}家`,
        division_code: "360722101201",
        credits: credits.filter(({ credit_id }) => credit_id.endsWith(`:${household_id}`)),
        left_out: null,
        card_id: null,
        recipient_id: null,
        recipient_relation: null,
        payee_masked: "钟**",
        payee_mark: `mark-${household_id}`,
        card_masked: `***********000${String(n)}`,
        bank_name: "信丰农商银行",
      })),
    };
  }

  const step = async (
    settlement_id: string,
    verb: "submit" | "approve" | "send_back" | "cancel",
    by: typeof books | typeof manager,
  ) =>
    settlements.step({
      cooperative_id: COOPERATIVE,
      settlement_id,
      verb,
      rule,
      by,
      at,
      reason: "测试",
    });

  /** A settlement that may be paid. */
  async function approved(from?: Payable) {
    const sale = from ?? (await payable());
    const { id } = await settlements.prepare(draftOf(sale));
    await step(id, "submit", books);
    await step(id, "approve", manager);
    return { id, sale, lines: await settlements.pending(id) };
  }

  let vouchers = 0;
  function voucherOf(settlement_id: string, amount_fen: number, line_ids?: string[]) {
    vouchers += 1;
    const bank = { bank: "农商行", reference: `PZ-${vouchers.toString()}`, paid_on: "2026-11-25" };
    return {
      cooperative_id: COOPERATIVE,
      settlement_id,
      amount_fen,
      line_ids,
      ...bank,
      by: books,
      at,
    };
  }

  /** Posts what is open, as the workflow does; `stopAfter` cuts it off between the ledger and the line. */
  async function book(settlement_id: string, stopAfter = Infinity): Promise<number[]> {
    const open = await settlements.unfinished(100, settlement_id);
    const posted: number[] = [];
    for (const { line, voucher } of open.slice(0, stopAfter)) {
      const { id: line_id, household_id, credits } = line;
      const facts = { line_id, household_id, bank: voucher.bank, reference: voucher.reference };
      const { seq, amount_fen } = await desk.ledger.payOut({
        key: `pay:${line_id}`,
        holder: line_id,
        items: credits,
        at: voucher.booked_at,
        facts,
      });
      posted.push(seq);
      if (posted.length < stopAfter)
        await settlements.paid([{ line_id, seq, booked_fen: amount_fen }], at);
    }
    return posted;
  }

  return { ...desk, book, settlements, payable, draftOf, step, approved, voucherOf };
}
/** The rooms. */
export type SettlementDesk = Awaited<ReturnType<typeof openSettlements>>;

/** Sum of amounts. */
export const sumOf = (lines: readonly { amount_fen: number }[]): number =>
  lines.reduce((sum, line) => sum + line.amount_fen, 0);
