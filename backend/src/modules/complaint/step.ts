/** One step of a complaint: behind the lock of its row, with its event, in one transaction. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { ComplaintParty, ComplaintState } from "../../contract/complaint";
import type { Fen } from "../../contract/money";
import { refuse } from "../../refuse";
import { putMail } from "./mail";
import { COLUMNS, complaintRow, type ComplaintEvent, type KeptComplaint } from "./rows";

/** A step of a complaint. */
export interface Move {
  from: readonly ComplaintState[];
  to: ComplaintState;
  party: ComplaintParty;
  /** Actor type and id, or the job. */
  by: string;
  /** ISO instant. */
  now: string;
  /** Until when the next step is due. */
  due_at?: Date | null;
  text?: string | null;
  offer_fen?: Fen;
  agreed_fen?: Fen;
  refund_fen?: Fen;
  /** Whether the deadline of the present state must be over, or must not be. */
  deadline?: "over" | "open";
  /** It goes to the operator, which happens once. */
  escalates?: boolean;
}

interface Rows {
  rows: unknown[];
}

/**
 * Makes a step.
 *
 * @throws refusal `not_found`, `complaint_too_late`, `state_conflict`
 */
export async function makeStep(
  trx: Knex.Transaction,
  id: string,
  step: Move,
): Promise<KeptComplaint> {
  const before = await locked(trx, id);
  const over = before.due_at !== null && before.due_at <= step.now;
  if (!step.from.includes(before.state)) throw refuse("state_conflict");
  if (step.deadline === "open" && over) throw refuse("complaint_too_late");
  if (step.deadline === "over" && !over) throw refuse("state_conflict");
  if (step.escalates && before.escalated) throw refuse("state_conflict");
  const due_at = step.due_at?.toISOString() ?? null;
  const { rows } = await trx.raw<Rows>(
    `update complaint set state = :to, due_at = :due_at, offer_fen = coalesce(:offer_fen, offer_fen),
       agreed_fen = coalesce(:agreed_fen, agreed_fen), refund_fen = coalesce(:refund_fen, refund_fen),
       escalated = escalated or :escalates
     where id = :id returning ${COLUMNS}`,
    {
      id,
      to: step.to,
      due_at,
      offer_fen: step.offer_fen ?? null,
      agreed_fen: step.agreed_fen ?? null,
      refund_fen: step.refund_fen ?? null,
      escalates: step.escalates ?? false,
    },
  );
  await note(trx, {
    complaint_id: id,
    at: step.now,
    party: step.party,
    by: step.by,
    state: step.to,
    amount_fen: step.refund_fen ?? step.agreed_fen ?? step.offer_fen ?? null,
    text: step.text ?? null,
    due_at,
  });
  return complaintRow.parse(rows[0]);
}

async function locked(trx: Knex.Transaction, id: string): Promise<KeptComplaint> {
  const { rows } = await trx.raw<Rows>(`select ${COLUMNS} from complaint where id = ? for update`, [
    id,
  ]);
  if (rows.length === 0) throw refuse("not_found");
  return complaintRow.parse(rows[0]);
}

const eventId = z.object({ id: z.coerce.string() });

/** Adds an event, and the mail that tells the buyer what somebody else has done. */
export async function note(
  trx: Knex.Transaction,
  event: ComplaintEvent & { by: string },
): Promise<void> {
  const rows: unknown[] = await trx("complaint_event").insert(event).returning("id");
  if (event.party !== "buyer") await putMail(trx, eventId.parse(rows[0]).id);
}
