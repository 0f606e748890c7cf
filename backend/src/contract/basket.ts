/** The cart of a logged-in buyer, which follows from device to device. */
import { z } from "zod";

import { idSchema } from "./common";

const itemsSchema = z
  .array(z.object({ variant_id: idSchema, quantity: z.int().min(1).max(999) }))
  .max(40);

/** What is in it; null when none was ever kept. */
export const basketReplySchema = z.object({ items: itemsSchema.nullable() });

/** A cart to keep: in place of what is there, or put together with it. */
export const basketBodySchema = z.strictObject({
  items: itemsSchema,
  /** `merge`: of goods in both the larger number stays, so that logging in twice doubles nothing. */
  mode: z.enum(["set", "merge"]),
});
