/** The register of chargebacks: one row for each, however often and in whatever order it is told. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { ChargebackState } from "../../contract/chargeback";
import type { Fen } from "../../contract/money";

/** A chargeback as its payment house knows it now. */
export interface HeardChargeback {
  /** The house's own id. */
  id: string;
  provider_id: string;
  session_id: string;
  intent_id: string;
  amount_fen: Fen;
  currency: string;
  reason: string;
  state: ChargebackState;
  is_inquiry: boolean;
  due_at: string | null;
  opened_at: string;
}

interface Rows<T> {
  rows: T[];
}

const OPEN = `('to_answer', 'under_review')`;

/** Keeps chargebacks. */
export class ChargebackService {
  readonly #pg: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#pg = __pg_connection__;
  }

  /**
   * Notes how a chargeback stands. One that has ended is not opened again by an older word.
   *
   * @returns how it stands in the register now, and whether it was unknown before
   */
  async record(heard: HeardChargeback): Promise<{ state: ChargebackState; is_new: boolean }> {
    const { rows } = await this.#pg.raw<Rows<{ state: ChargebackState; is_new: boolean }>>(
      `insert into chargeback as c (id, provider_id, session_id, intent_id, amount_fen, currency, reason, state,
         is_inquiry, due_at, opened_at, closed_at)
       values (:id, :provider_id, :session_id, :intent_id, :amount_fen, :currency, :reason, :state,
         :is_inquiry, :due_at, :opened_at, case when :state in ${OPEN} then null else now() end)
       on conflict (id) do update set amount_fen = excluded.amount_fen, reason = excluded.reason,
         state = excluded.state, is_inquiry = excluded.is_inquiry, due_at = excluded.due_at,
         closed_at = coalesce(c.closed_at, excluded.closed_at)
       where c.state in ${OPEN} or excluded.state not in ${OPEN}
       returning state, xmax = 0 as is_new`,
      { ...heard },
    );
    const [row] = rows;
    if (row) return row;
    const known = await this.#pg.raw<Rows<{ state: ChargebackState }>>(
      `select state from chargeback where id = :id`,
      { id: heard.id },
    );
    return { state: known.rows[0]?.state ?? heard.state, is_new: false };
  }
}
