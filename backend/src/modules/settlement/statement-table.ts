/** Stores statements: each row once by its content, in batches that an import which was cut off goes on with. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { Rows } from "./register";
import type { BankRow } from "./statement";

/** A statement to store. */
export interface NewStatement {
  cooperative_id: string;
  file_hash: string;
  layout: string;
  rows: readonly BankRow[];
  imported_by: string;
  at: string;
}

/** How far a statement is stored. */
export interface StatementHead {
  id: string;
  cooperative_id: string;
  row_count: number;
  stored_rows: number;
  new_rows: number;
}

const HEAD = "id, cooperative_id, row_count, stored_rows, new_rows";

/** Begins a statement; the same file again goes on where it stopped. */
export async function startImport(pg: Knex, statement: NewStatement): Promise<StatementHead> {
  const days = statement.rows.map((row) => row.booked_on).sort();
  const values = [statement.cooperative_id, statement.file_hash];
  const inserted = await pg.raw<Rows<StatementHead>>(
    `insert into bank_statement (id, cooperative_id, file_hash, layout, row_count, from_on, to_on, imported_by, imported_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (cooperative_id, file_hash) do nothing returning ${HEAD}`,
    [
      ...[generateEntityId(undefined, "bst"), ...values, statement.layout, statement.rows.length],
      ...[days[0] ?? "", days.at(-1) ?? "", statement.imported_by, statement.at],
    ],
  );
  const known = inserted.rows[0]
    ? inserted
    : await pg.raw<Rows<StatementHead>>(
        `select ${HEAD} from bank_statement where cooperative_id = ? and file_hash = ?`,
        values,
      );
  const [head] = known.rows;
  if (!head) throw new Error("a statement that was just written is not there");
  return head;
}

/** Stores a batch; rows that any statement of the cooperative had before stay as they are. */
export async function storeRows(
  trx: Knex.Transaction,
  head: StatementHead,
  rows: readonly BankRow[],
): Promise<StatementHead> {
  const fresh = rows.map((row) => ({ ...row, id: generateEntityId(undefined, "brow") }));
  const stored = await trx.raw<Rows<{ id: string }>>(
    `insert into bank_row (id, cooperative_id, statement_id, content_hash, line_no, booked_on, out_fen, in_fen, serial,
       remark, reference_key, payee_masked, payee_mark, last4)
     select id, ?, ?, content_hash, line_no, booked_on, out_fen, in_fen, serial, remark, reference_key, payee_masked,
       payee_mark, last4
     from jsonb_to_recordset(?::jsonb) as r(id text, content_hash text, line_no int, booked_on date, out_fen bigint,
       in_fen bigint, serial text, remark text, reference_key text, payee_masked text, payee_mark text, last4 text)
     order by content_hash on conflict on constraint bank_row_once do nothing returning id`,
    [head.cooperative_id, head.id, JSON.stringify(fresh)],
  );
  const counted = await trx.raw<Rows<StatementHead>>(
    `update bank_statement set stored_rows = least(row_count, stored_rows + ?), new_rows = new_rows + ?
     where id = ? returning ${HEAD}`,
    [rows.length, stored.rows.length, head.id],
  );
  return counted.rows[0] ?? head;
}
