/** What the sandbox reads from a payment session and from a webhook. */
import { z } from "zod";

/** The outcome that the buyer chose to play. */
export const outcomeSchema = z.enum(["success", "decline", "pending"]).catch("success");

/** Session data; everything else that a buyer may have put there is ignored. */
export const sessionDataSchema = z.object({
  session_id: z.string().min(1),
  outcome: outcomeSchema,
});
/** Session data. */
export type SessionData = z.infer<typeof sessionDataSchema>;

/** The body of a webhook, after its signature was verified. */
export const webhookSchema = z.object({
  event_id: z.string().min(1).max(120),
  type: z.enum(["payment.captured", "payment.failed"]),
  session_id: z.string().min(1).max(80),
});

/** Questions of our own: what do you know of this session, and has this refund been given? */
export const inquirySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("inquiry"), session_id: z.string().min(1) }),
  z.object({
    type: z.literal("refund"),
    session_id: z.string().min(1),
    refund_id: z.string().min(1),
    amount_fen: z.int().positive(),
  }),
]);
/** A question of our own. */
export type Inquiry = z.infer<typeof inquirySchema>;
