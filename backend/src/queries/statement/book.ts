/** The entries of a statement: a page of them for a screen, all of them one by one for a file. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { recipientRelations } from "../../contract/recipient";
import type { Entry } from "../../contract/statement";
import { monthOf } from "./span";

/** The query of a statement's entries, in the order of the book. */
export interface Book {
  sql: string;
  bindings: Record<string, string | number | string[]>;
}

const fen = z.coerce.number().int();

const row = z.object({
  seq: fen,
  kind: z.string(),
  cause: z.string().nullable(),
  occurred_at: z.coerce.date(),
  period: fen,
  corrects_period: fen.nullable(),
  reverses_seq: fen.nullable(),
  order_id: z.string().nullable(),
  order_display_id: fen.nullable(),
  goods: z.string().nullable(),
  lot_code: z.string().nullable(),
  counterpart: z.string().nullable(),
  category: z.string().nullable(),
  account: z.string().nullable(),
  from_state: z.string().nullable(),
  to_state: z.string().nullable(),
  amount_fen: fen,
  moved_fen: fen,
  balance_fen: fen.nullable(),
  voucher: z.string().nullable(),
  taken_by: z.enum(recipientRelations).nullable(),
});

function entryOf(value: unknown): Entry {
  const { occurred_at, period, corrects_period, ...rest } = row.parse(value);
  return {
    ...rest,
    occurred_at: occurred_at.toISOString(),
    period: monthOf(period),
    corrects: corrects_period === null ? null : monthOf(corrects_period),
  };
}

/** A page of the entries, and how many there are. */
export async function readPage(
  trx: Knex.Transaction,
  book: Book,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ entries: Entry[]; count: number }> {
  const page = await trx.raw<{ rows: unknown[] }>(
    `select * from (${book.sql}) e limit ${limit.toString()} offset ${offset.toString()}`,
    book.bindings,
  );
  return { entries: page.rows.map(entryOf), count: await countEntries(trx, book) };
}

/** How many entries there are. */
export async function countEntries(trx: Knex.Transaction, book: Book): Promise<number> {
  const all = await trx.raw<{ rows: { count: number }[] }>(
    `select count(*)::int as count from (${book.sql}) e`,
    book.bindings,
  );
  return all.rows[0]?.count ?? 0;
}

const BATCH = 500;

/** All entries, read as they are wanted: a book of any length takes the memory of one batch. */
export async function* streamEntries(trx: Knex.Transaction, book: Book): AsyncGenerator<Entry> {
  await trx.raw(`declare statement_book no scroll cursor for ${book.sql}`, book.bindings);
  for (;;) {
    const { rows } = await trx.raw<{ rows: unknown[] }>(
      `fetch ${BATCH.toString()} from statement_book`,
    );
    for (const found of rows) yield entryOf(found);
    if (rows.length < BATCH) return;
  }
}
