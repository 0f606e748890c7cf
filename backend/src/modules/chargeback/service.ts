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
  /** What the house charges for it, in the smallest unit of its currency. */
  fee: { amount: number; currency: string } | null;
}

interface Rows<T> {
  rows: T[];
}

const OPEN = `('to_answer', 'under_review')`;

/**
 * What waits for a person with the chargeback `c`, in SQL; null where nothing does. A bank has given back what is booked
 * as lost, or has taken more than could be booked.
 */
export const CHARGEBACK_TO_DO = `case
  when c.done_at is not null then null
  when c.state = 'won' and exists (select 1 from refund r where r.id = c.id) then 'won_after_booking'
  when c.state = 'lost' and c.amount_fen >
    coalesce((select round(r.amount * 100) from refund r where r.id = c.id), 0) then 'not_all_booked' end`;

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
         is_inquiry, due_at, opened_at, closed_at, fee_amount, fee_currency)
       values (:id, :provider_id, :session_id, :intent_id, :amount_fen, :currency, :reason, :state,
         :is_inquiry, :due_at, :opened_at, case when :state in ${OPEN} then null else now() end,
         :fee_amount, :fee_currency)
       on conflict (id) do update set amount_fen = excluded.amount_fen, reason = excluded.reason,
         state = excluded.state, is_inquiry = excluded.is_inquiry, due_at = excluded.due_at,
         closed_at = coalesce(c.closed_at, excluded.closed_at), fee_amount = excluded.fee_amount,
         fee_currency = excluded.fee_currency, done_at = case when c.state = excluded.state then c.done_at end
       where c.state in ${OPEN} or excluded.state not in ${OPEN}
       returning state, xmax = 0 as is_new`,
      {
        ...heard,
        fee_amount: heard.fee?.amount ?? null,
        fee_currency: heard.fee?.currency ?? null,
      },
    );
    const [row] = rows;
    if (row) return row;
    const known = await this.#pg.raw<Rows<{ state: ChargebackState }>>(
      `select state from chargeback where id = :id`,
      { id: heard.id },
    );
    return { state: known.rows[0]?.state ?? heard.state, is_new: false };
  }

  /**
   * Notes that a person has seen to what was to be done.
   *
   * @returns "nothing" where nothing is to do, or somebody has done it before
   */
  async finish(done: {
    id: string;
    by: string;
    note: string;
  }): Promise<"done" | "nothing" | "none"> {
    const { rows } = await this.#pg.raw<Rows<{ finished: boolean }>>(
      `with finished as (
         update chargeback c set done_at = now(), done_by = :by, done_note = :note
         where c.id = :id and ${CHARGEBACK_TO_DO} is not null returning c.id)
       select exists (select 1 from finished) as finished from chargeback c where c.id = :id`,
      done,
    );
    const [row] = rows;
    if (!row) return "none";
    return row.finished ? "done" : "nothing";
  }
}
