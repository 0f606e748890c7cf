/** The SQL of disputes: "I did not get this". */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { Fen } from "../../contract/fen";
import { refuse } from "../../refuse";

/** A dispute to open. */
export interface Dispute {
  household_id: string;
  alias: string;
  division_code: string;
  credit_ids: readonly string[];
  amount_fen: Fen;
  statement: string;
  opened_by: string;
  at: Date;
}

/** How a dispute ends. */
export interface Resolution {
  id: string;
  /** Division prefix of the one who resolves; outside it nothing is found. */
  scope: string;
  outcome: "received" | "paid_again" | "unfounded";
  reason: string;
  resolved_by: string;
  at: Date;
}

/** Keeps a dispute. */
export async function openDispute(db: Knex, dispute: Dispute): Promise<string> {
  const id = generateEntityId(undefined, "dsp");
  await db.raw(
    `insert into confirmation_dispute
       (id, household_id, alias, division_code, credit_ids, amount_fen, statement, opened_by, opened_at)
     values (:id, :household_id, :alias, :division_code, :credit_ids, :amount_fen, :statement,
             :opened_by, :at)`,
    { ...dispute, id, credit_ids: [...dispute.credit_ids] },
  );
  return id;
}

/** Ends a dispute, once. @throws refusal `not_found`, `dispute_resolved` */
export async function resolveDispute(db: Knex, resolution: Resolution): Promise<void> {
  const { id, scope } = resolution;
  const done = await db.raw<{ rows: unknown[] }>(
    `update confirmation_dispute set outcome = :outcome, reason = :reason, resolved_by = :resolved_by, resolved_at = :at
      where id = :id and starts_with(division_code, :scope) and resolved_at is null returning id`,
    { ...resolution },
  );
  if (done.rows.length > 0) return;
  const there = await db.raw<{ rows: unknown[] }>(
    `select 1 from confirmation_dispute where id = ? and starts_with(division_code, ?)`,
    [id, scope],
  );
  throw refuse(there.rows.length > 0 ? "dispute_resolved" : "not_found");
}
