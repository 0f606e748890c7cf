/** The way of a line from pending over booking to paid. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { refuse } from "../../refuse";
import { writeStep, type Rows } from "./register";
import type { Line, Person, Voucher } from "./rows";
import { payingStates } from "./states";

const fen = z.coerce.number().int();

const lineRow = z.object({
  id: z.string(),
  settlement_id: z.string(),
  cooperative_id: z.string(),
  household_id: z.string(),
  alias: z.string(),
  card_id: z.string().nullable(),
  recipient_id: z.string().nullable(),
  recipient_relation: z.string().nullable(),
  amount_fen: fen,
  reference: z.string(),
  state: z.enum([
    "left_out",
    "pending",
    "booking",
    "paid",
    "failed",
    "returning",
    "returned",
    "canceled",
  ]),
  position: z.number().int(),
  voucher_id: z.string().nullable(),
  booked_fen: fen.nullable(),
  pay_seq: fen.nullable(),
  reason: z.string().nullable(),
  returned_on: z.string().nullable(),
  credits: z.array(z.object({ credit_id: z.string(), amount_fen: fen })),
});

const LINES = `
  select l.id, l.settlement_id, l.cooperative_id, l.household_id, l.alias, l.card_id, l.recipient_id, l.recipient_relation, l.amount_fen, l.reference, l.state,
    l.position, l.voucher_id, l.booked_fen, l.pay_seq, l.reason, l.returned_on::text,
    coalesce((select json_agg(json_build_object('credit_id', i.credit_id, 'amount_fen', i.amount_fen) order by i.credit_id)
      from settlement_item i where i.line_id = l.id), '[]') as credits
  from settlement_line l`;

/** Lines by a condition. */
export async function readLines(
  pg: Knex,
  where: string,
  values: readonly (string | string[])[],
): Promise<Line[]> {
  const found = await pg.raw<Rows<unknown>>(`${LINES} where ${where}`, [...values]);
  return z.array(lineRow).parse(found.rows);
}

/** The pending lines that a voucher is to pay, before anything is written. */
export async function pendingLines(
  pg: Knex,
  settlement_id: string,
  line_ids?: readonly string[],
): Promise<Line[]> {
  const only = line_ids ? " and l.id = any(?::text[])" : "";
  return readLines(
    pg,
    `l.settlement_id = ? and l.state = 'pending'${only} order by l.position`,
    line_ids ? [settlement_id, [...line_ids]] : [settlement_id],
  );
}

/** Locks a settlement whose money may be on its way. */
export async function lockPaying(
  trx: Knex.Transaction,
  cooperative_id: string,
  settlement_id: string,
): Promise<void> {
  const found = await trx.raw<Rows<{ status: string }>>(
    `select status from settlement where id = ? and cooperative_id = ? for update`,
    [settlement_id, cooperative_id],
  );
  const [head] = found.rows;
  if (!head) throw refuse("not_found");
  if (head.status !== "closed" && !payingStates.some((status) => status === head.status))
    throw refuse("state_conflict", { status: head.status });
}

/** Lines that wait for a posting, with the voucher that pays or paid them. */
export async function readUnfinished(
  pg: Knex,
  limit: number,
  settlement_id?: string,
): Promise<{ line: Line; voucher: Voucher }[]> {
  const only = settlement_id === undefined ? "" : " and l.settlement_id = ?";
  const lines = await readLines(
    pg,
    `l.state in ('booking', 'returning')${only} order by l.changed_at, l.id limit ${Math.trunc(limit)}`,
    settlement_id === undefined ? [] : [settlement_id],
  );
  const found = await pg.raw<Rows<Voucher>>(
    `select id, bank, reference, paid_on::text, to_char(booked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as booked_at
     from transfer_voucher where id = any(?::text[])`,
    [[...new Set(lines.flatMap((line) => line.voucher_id ?? []))]],
  );
  const vouchers = new Map(found.rows.map((voucher) => [voucher.id, voucher]));
  return lines.flatMap((line) => {
    const voucher = vouchers.get(line.voucher_id ?? "");
    return voucher ? [{ line, voucher }] : [];
  });
}

/** Lines whose posting is in the ledger. */
export interface BookedLine {
  line_id: string;
  seq: number;
  booked_fen: number;
}

/** Marks lines as paid and frees their credits for later settlements; safe to repeat. */
export async function markPaid(
  trx: Knex.Transaction,
  booked: readonly BookedLine[],
  at: string,
): Promise<void> {
  const ids = booked.map((line) => line.line_id);
  await trx.raw(
    `update settlement_line l set state = 'paid', pay_seq = r.seq, booked_fen = r.booked_fen, changed_at = ?
     from jsonb_to_recordset(?::jsonb) as r(line_id text, seq bigint, booked_fen bigint)
     where l.id = r.line_id and l.state = 'booking'`,
    [at, JSON.stringify(booked)],
  );
  await freeItems(trx, ids);
  await closeFinished(trx, ids, at);
}

/** Takes lines out of the way of their credits. */
export async function freeItems(trx: Knex.Transaction, line_ids: readonly string[]): Promise<void> {
  await trx.raw(`update settlement_item set live = false where line_id = any(?::text[]) and live`, [
    [...line_ids],
  ]);
}

const SYSTEM: Person = { id: "system", name: "", role: "system" };

/** Closes the settlements of these lines in which nothing is open any more. */
export async function closeFinished(
  trx: Knex.Transaction,
  line_ids: readonly string[],
  at: string,
): Promise<void> {
  const closed = await trx.raw<Rows<{ id: string }>>(
    `update settlement s set status = 'closed'
     where s.id in (select settlement_id from settlement_line where id = any(?::text[]))
       and s.status in ('approved', 'exported')
       and not exists (select 1 from settlement_line o where o.settlement_id = s.id and o.state in ('pending', 'booking'))
     returning s.id`,
    [[...line_ids]],
  );
  for (const { id } of closed.rows)
    await writeStep(trx, { settlement_id: id, verb: "close", by: SYSTEM, at });
}
