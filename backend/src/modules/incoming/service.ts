/** Keeps what came in; a row is known by its content, so that importing it again changes nothing. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { Fen } from "../../contract/fen";
import { refuse } from "../../refuse";
import type { Arrival } from "./match";

interface Rows<T> {
  rows: T[];
}

/** A row as it was read. */
export interface NewArrival extends Omit<Arrival, "id" | "left_fen"> {
  line_no: number;
  content_hash: string;
}

/** A statement as it was read; rows that bring no money are left out. */
export interface NewArrivals {
  file_hash: string;
  layout: string;
  rows: readonly NewArrival[];
  imported_by: string;
  at: string;
}

/** What becomes of rows when they pay an order. */
export interface Taking {
  order_id: string;
  due_fen: Fen;
  row_ids: readonly string[];
  taken_by: string;
  at: string;
}

const LEFT = `r.in_fen - coalesce((select sum(t.amount_fen) from incoming_taking t where t.row_id = r.id), 0)`;
const COLUMNS = `r.id, r.booked_on::text, r.in_fen::float8, r.serial, r.remark, r.payer_masked, r.reference,
  (${LEFT})::float8 as left_fen`;

export class IncomingModuleService {
  readonly #pg: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#pg = __pg_connection__;
  }

  /** Stores a statement, all or nothing. @returns how many of its rows were new */
  async import({
    rows,
    ...statement
  }: NewArrivals): Promise<{ row_count: number; new_rows: number }> {
    const fresh = rows.map((row) => ({ ...row, id: generateEntityId(undefined, "inc") }));
    return this.#pg.transaction(async (trx) => {
      const stored = await trx.raw<Rows<{ id: string }>>(
        `insert into incoming_row (id, content_hash, file_hash, line_no, booked_on, in_fen, serial, remark, reference, payer_masked)
         select id, content_hash, ?, line_no, booked_on, in_fen, serial, remark, reference, payer_masked
         from jsonb_to_recordset(?::jsonb) as x(id text, content_hash text, line_no int, booked_on date, in_fen bigint,
           serial text, remark text, reference text, payer_masked text)
         order by content_hash on conflict (content_hash) do nothing returning id`,
        [statement.file_hash, JSON.stringify(fresh)],
      );
      const counted = { row_count: rows.length, new_rows: stored.rows.length };
      await trx.raw(
        `insert into incoming_statement (file_hash, layout, row_count, new_rows, imported_by, imported_at)
         values (:file_hash, :layout, :row_count, :new_rows, :imported_by, :at) on conflict (file_hash) do nothing`,
        { ...statement, ...counted },
      );
      return counted;
    });
  }

  /** Rows with something left that nobody has set aside, the newest first. */
  async open(limit: number): Promise<Arrival[]> {
    const found = await this.#pg.raw<Rows<Arrival>>(
      `select ${COLUMNS} from incoming_row r where r.set_aside_at is null and ${LEFT} > 0
       order by r.booked_on desc, r.id desc limit ?`,
      [limit],
    );
    return found.rows;
  }

  /** Rows by id. */
  async rows(ids: readonly string[]): Promise<Arrival[]> {
    const found = await this.#pg.raw<Rows<Arrival>>(
      `select ${COLUMNS} from incoming_row r where r.id = any(?) order by r.booked_on, r.id`,
      [[...ids]],
    );
    return found.rows;
  }

  /**
   * Takes what an order is due out of rows, the oldest first; what is over stays left.
   *
   * @returns false when the same taking was done before
   * @throws refusal `not_found`, `amount_differs` when too little is left, `arrival_set_aside`, `state_conflict`
   * when other rows pay the order
   */
  async take({ order_id, due_fen, row_ids, taken_by, at }: Taking): Promise<boolean> {
    return this.#pg.transaction(async (trx) => {
      const locked = await trx.raw<Rows<{ id: string; aside: boolean }>>(
        `select id, set_aside_at is not null as aside from incoming_row where id = any(?) order by id for update`,
        [[...row_ids]],
      );
      if (locked.rows.length !== new Set(row_ids).size)
        throw refuse("not_found", { field: "row_ids" });
      const before = await trx.raw<Rows<{ row_id: string }>>(
        `select row_id from incoming_taking where order_id = ?`,
        [order_id],
      );
      if (before.rows.some(({ row_id }) => !row_ids.includes(row_id)))
        throw refuse("state_conflict");
      if (before.rows.length > 0) return false;
      if (locked.rows.some(({ aside }) => aside)) throw refuse("arrival_set_aside");
      const left = await trx.raw<Rows<{ id: string; left_fen: number }>>(
        `select r.id, (${LEFT})::float8 as left_fen from incoming_row r where r.id = any(?) order by r.booked_on, r.id`,
        [[...row_ids]],
      );
      let missing = due_fen;
      for (const { id, left_fen } of left.rows) {
        const amount_fen = Math.min(missing, left_fen);
        if (amount_fen <= 0) continue;
        missing -= amount_fen;
        await trx("incoming_taking").insert({
          row_id: id,
          order_id,
          amount_fen,
          taken_by,
          taken_at: at,
        });
      }
      if (missing > 0) throw refuse("amount_differs", { due_fen, missing_fen: missing });
      return true;
    });
  }

  /** Gives back what an order took, when it could not be paid by it. */
  async release(order_id: string): Promise<void> {
    await this.#pg.raw(`delete from incoming_taking where order_id = ?`, [order_id]);
  }

  /** Lays a row aside that pays no order of ours. @throws refusal `not_found`, `state_conflict` */
  async setAside(
    id: string,
    { because, by, at }: { because: string; by: string; at: string },
  ): Promise<void> {
    const done = await this.#pg.raw<Rows<{ id: string }>>(
      `update incoming_row r set set_aside_at = :at, set_aside_by = :by, set_aside_because = :because
       where id = :id and set_aside_at is null and ${LEFT} > 0 returning id`,
      { id, because, by, at },
    );
    if (done.rows.length > 0) return;
    const known = await this.rows([id]);
    throw refuse(known.length > 0 ? "state_conflict" : "not_found");
  }
}
