/** What did not arrive: a line that failed at the bank, and a transfer that came back after it was booked. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { refuse } from "../../refuse";
import { closeFinished, freeItems, lockPaying, readLines } from "./booking";
import { writeStep } from "./register";
import type { Line, Person } from "./rows";

/** What is said about a line. */
export interface LineWord {
  cooperative_id: string;
  line_id: string;
  reason: string;
  by: Person;
  at: string;
}

/** One line of a cooperative, or nothing. @throws refusal `not_found` */
export async function ownLine(pg: Knex, cooperative_id: string, line_id: string): Promise<Line> {
  const [line] = await readLines(pg, "l.id = ? and l.cooperative_id = ?", [
    line_id,
    cooperative_id,
  ]);
  if (!line) throw refuse("not_found");
  return line;
}

/**
 * A transfer that the bank refused: the line says why, and its credits are payable again.
 *
 * @throws refusal `not_found`, `line_not_pending`
 */
export async function failLine(trx: Knex.Transaction, word: LineWord): Promise<Line> {
  const { cooperative_id, line_id, reason, by, at } = word;
  const line = await ownLine(trx, cooperative_id, line_id);
  await lockPaying(trx, cooperative_id, line.settlement_id);
  const failed = await trx.raw<{ rowCount: number }>(
    `update settlement_line set state = 'failed', reason = ?, changed_at = ? where id = ? and state = 'pending'`,
    [reason, at, line_id],
  );
  if (failed.rowCount === 0) throw refuse("line_not_pending");
  await freeItems(trx, [line_id]);
  await writeStep(trx, {
    settlement_id: line.settlement_id,
    line_id,
    verb: "fail",
    by,
    reason,
    at,
  });
  await closeFinished(trx, [line_id], at);
  return line;
}

/**
 * A booked transfer that came back: said first, so that a crash before the posting is made good later.
 *
 * @returns the line, also when it was said before
 * @throws refusal `not_found`, `line_not_paid`
 */
export async function startReturn(
  trx: Knex.Transaction,
  { cooperative_id, line_id, reason, by, at, returned_on }: LineWord & { returned_on: string },
): Promise<Line> {
  await trx.raw(`select 1 from settlement_line where id = ? for update`, [line_id]);
  const line = await ownLine(trx, cooperative_id, line_id);
  if (line.state === "returning") return line;
  if (line.state !== "paid") throw refuse("line_not_paid");
  await trx.raw(
    `update settlement_line set state = 'returning', reason = ?, returned_on = ?, changed_at = ? where id = ?`,
    [reason, returned_on, at, line_id],
  );
  await writeStep(trx, {
    settlement_id: line.settlement_id,
    line_id,
    verb: "return",
    by,
    reason,
    at,
  });
  return { ...line, state: "returning", reason, returned_on };
}

/** The return is in the ledger. */
export async function finishReturn(pg: Knex, line_id: string, seq: number): Promise<void> {
  await pg.raw(
    `update settlement_line set state = 'returned', bounce_seq = ? where id = ? and state = 'returning'`,
    [seq, line_id],
  );
}

/** The return was refused by the ledger: the line stands as paid again. */
export async function dropReturn(pg: Knex, line_id: string): Promise<void> {
  await pg.raw(
    `update settlement_line set state = 'paid', reason = null, returned_on = null where id = ? and state = 'returning'`,
    [line_id],
  );
}

/** A line whose credits hold less than its voucher paid: it fails instead of waiting for ever. */
export async function setAside(trx: Knex.Transaction, line_id: string, at: string): Promise<void> {
  await trx.raw(
    `update settlement_line set state = 'failed', reason = 'settlement_changed', changed_at = ?
     where id = ? and state = 'booking'`,
    [at, line_id],
  );
  await freeItems(trx, [line_id]);
  await closeFinished(trx, [line_id], at);
}
