/** The books of the sandbox payment house. Each statement commits by itself, as an outside house would. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { Fen } from "../../contract/money";

/** Where a charge stands. */
export type ChargeState = "open" | "pending" | "captured" | "declined" | "canceled";

interface Rows<T> {
  rows: T[];
}

/** Opens a charge, or gives an open one its new amount; a decided one stays as it is. */
export async function openCharge(pg: Knex, session_id: string, amount_fen: Fen): Promise<void> {
  await pg.raw(
    `insert into sandbox_charge (session_id, amount_fen, state) values (:session_id, :amount_fen, 'open')
     on conflict (session_id) do update set amount_fen = excluded.amount_fen, updated_at = now()
       where sandbox_charge.state = 'open'`,
    { session_id, amount_fen },
  );
}

/**
 * Moves a charge to a state, unless it is decided already: captured money stays captured.
 *
 * @returns the state in which the charge is now; null when there is no such charge
 */
export async function moveCharge(
  pg: Knex,
  session_id: string,
  state: ChargeState,
): Promise<ChargeState | null> {
  await pg.raw(
    `update sandbox_charge set state = :state, updated_at = now()
     where session_id = :session_id and state in ('open', 'pending')`,
    { session_id, state },
  );
  return chargeState(pg, session_id);
}

/** @returns the state of a charge; null when the house has never heard of it */
export async function chargeState(pg: Knex, session_id: string): Promise<ChargeState | null> {
  const found = await pg.raw<Rows<{ state: ChargeState }>>(
    `select state from sandbox_charge where session_id = :session_id`,
    { session_id },
  );
  return found.rows[0]?.state ?? null;
}

/**
 * Gives money back once per key.
 *
 * @param key idempotency key of the refund
 * @returns false when the charge is not captured or the refunds would exceed it
 */
export async function refundCharge(
  pg: Knex,
  refund: { key: string; session_id: string; amount_fen: Fen },
): Promise<boolean> {
  return pg.transaction(async (trx) => {
    const charge = await trx.raw<Rows<{ amount_fen: string }>>(
      `select amount_fen from sandbox_charge where session_id = :session_id and state = 'captured' for update`,
      refund,
    );
    const [captured] = charge.rows;
    if (!captured) return false;
    const given = await trx.raw<Rows<{ known: boolean; sum_fen: string }>>(
      `select coalesce(bool_or(key = :key), false) as known, coalesce(sum(amount_fen), 0) as sum_fen
       from sandbox_refund where session_id = :session_id`,
      refund,
    );
    if (given.rows[0]?.known) return true;
    if (Number(given.rows[0]?.sum_fen ?? 0) + refund.amount_fen > Number(captured.amount_fen))
      return false;
    await trx.raw(
      `insert into sandbox_refund (key, session_id, amount_fen) values (:key, :session_id, :amount_fen)`,
      refund,
    );
    return true;
  });
}
