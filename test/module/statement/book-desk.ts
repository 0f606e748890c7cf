/** A desk with a busy book, and statements read from it in all their forms. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Entry, Statement } from "@yigou/backend/contract";

import { type Book, streamEntries } from "../../../backend/src/queries/statement/book";
import { householdStatement } from "../../../backend/src/queries/statement/household";
import type { Span } from "../../../backend/src/queries/statement/span";
import { type Desk, openDesk } from "../income/desk";
import { fillBook, homes, sellers } from "./busy-book";

/** A statement with all its entries. */
export interface Whole {
  statement: Statement;
  entries: Entry[];
}

/** Opens a desk with a busy book and its two cooperatives. */
export async function openBookDesk() {
  const desk = await openDesk();
  for (const id of Object.values(sellers)) {
    await desk.pg("cooperative").insert({
      id,
      name: id,
      division_code: "360722101000",
      license_no: `9336072200000${id}`,
      contact_name: "周䶮",
      contact_phone: "10012345678",
    });
  }
  await fillBook(desk.ledger);
  const inOneView = <T>(read: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
    desk.pg.transaction(read, { isolationLevel: "repeatable read", readOnly: true });
  return {
    ...desk,
    inOneView,
    household: (name: keyof typeof homes, span: Span) =>
      inOneView((trx) => householdWhole(trx, name, span)),
    whole: (read: (trx: Knex.Transaction) => Promise<{ statement: Statement; book: Book }>) =>
      inOneView(async (trx) => wholeOf(trx, await read(trx))),
    sum: (where: string, values: readonly unknown[] = []) => sumWhere(desk, where, values),
  };
}

async function wholeOf(
  trx: Knex.Transaction,
  { statement, book }: { statement: Statement; book: Book },
): Promise<Whole> {
  const entries: Entry[] = [];
  for await (const entry of streamEntries(trx, book)) entries.push(entry);
  return { statement, entries };
}

async function householdWhole(
  trx: Knex.Transaction,
  name: keyof typeof homes,
  span: Span,
): Promise<Whole> {
  const subject = {
    id: homes[name],
    code: `XF-${name}`,
    head_name: name,
    division_code: name === "huang" ? "350583107203" : "360722101201",
    place: "长岗村",
    members: [],
    member_count: 3,
  };
  return wholeOf(trx, await householdStatement(trx, subject, span));
}

const sumRow = z.object({ fen: z.coerce.number().int() });

/** The ledger's own sum of the legs that a condition chooses; not by the statements' SQL. */
async function sumWhere(desk: Desk, where: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await desk.pg.raw<{ rows: unknown[] }>(
    `select coalesce(sum(p.amount_fen), 0) as fen from ledger_posting p
       join ledger_transaction t on t.seq = p.transaction_seq where ${where}`,
    values.map(String),
  );
  return sumRow.parse(rows[0]).fen;
}
