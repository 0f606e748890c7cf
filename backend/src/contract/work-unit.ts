/** A work unit as its members see it. */
import { z } from "zod";

import { orderSchema } from "./checkout";

/** The work units of the customer who is logged in, and what they bought. */
export const workUnitReplySchema = z.object({
  work_units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(["buyer", "approver", "admin"]),
      orders: z.int(),
    }),
  ),
});

/** Orders of one customer. */
export const ordersReplySchema = z.object({ orders: z.array(orderSchema), count: z.int() });
/** One order. */
export const orderReplySchema = z.object({ order: orderSchema });
