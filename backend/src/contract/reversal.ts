/** Money that went back from a credit. */
import { z } from "zod";

import { fenSchema } from "./money";

/** Who bears money that goes back. */
export const bearers = ["household", "cooperative", "loss_pool"] as const;

/** Money that went back from a credit: how much, why, and who bore it. */
export const reversalSchema = z.object({
  at: z.string(),
  amount_fen: fenSchema,
  cause: z.string(),
  borne_by: z.enum(bearers),
});
