/** A complaint and its events as they stand in the database. */
import { z } from "zod";

import { complaintParties, complaintReasons, complaintStates } from "../../contract/complaint";

const instant = z.coerce.date().transform((at) => at.toISOString());
const fen = z.coerce.number().int();

/** A complaint. */
export const complaintRow = z.object({
  id: z.string(),
  order_id: z.string(),
  display_id: z.int(),
  order_line_id: z.string(),
  cooperative_id: z.string(),
  title: z.string(),
  variant_title: z.string(),
  quantity: z.int(),
  reason: z.enum(complaintReasons),
  text: z.string(),
  worth_fen: fen,
  wish_fen: fen,
  offer_fen: fen.nullable(),
  agreed_fen: fen.nullable(),
  refund_fen: fen.nullable(),
  state: z.enum(complaintStates),
  due_at: instant.nullable(),
  escalated: z.boolean(),
  answer_days: z.int(),
  appeal_days: z.int(),
  decision_days: z.int(),
  opened_at: instant,
});
/** A complaint. */
export type KeptComplaint = z.infer<typeof complaintRow>;

/** One step of a complaint. */
export const eventRow = z.object({
  complaint_id: z.string(),
  at: instant,
  party: z.enum(complaintParties),
  state: z.enum(complaintStates),
  amount_fen: fen.nullable(),
  text: z.string().nullable(),
  due_at: instant.nullable(),
});
/** One step of a complaint. */
export type ComplaintEvent = z.infer<typeof eventRow>;

/** Columns of a complaint. */
export const COLUMNS = `id, order_id, display_id, order_line_id, cooperative_id, title, variant_title, quantity, reason, text,
  worth_fen, wish_fen, offer_fen, agreed_fen, refund_fen, state, due_at, escalated, answer_days, appeal_days,
  decision_days, opened_at`;
