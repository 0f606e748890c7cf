/** The list of honour: who agreed to be named. */
import { z } from "zod";

import { idSchema, nameSchema } from "./common";
import { fenSchema } from "./money";

const honourKinds = ["buyer", "work_unit"] as const;
/** Who can stand on the list. */
export type HonourKind = (typeof honourKinds)[number];

/** The list, those who have done most first; an amount only where it was agreed to. */
export const honoursReplySchema = z.object({
  grade: z.literal("measured"),
  honours: z.array(
    z.object({
      kind: z.enum(honourKinds),
      name: z.string(),
      since: z.string(),
      orders: z.int(),
      reached_fen: fenSchema.nullable(),
    }),
  ),
  count: z.int(),
});

/** What a buyer agreed to, for herself and for the units that she administers. */
export const myHonoursReplySchema = z.object({
  mine: z.array(
    z.object({
      kind: z.enum(honourKinds),
      /** Null for the buyer herself. */
      work_unit_id: z.string().nullable(),
      /** As it stands on the list; null while it does not. */
      name: z.string().nullable(),
      /** What a unit is called; a buyer chooses. */
      unit_name: z.string().nullable(),
      show_amount: z.boolean(),
    }),
  ),
});

/** To be named: a buyer under a name of her choice, a unit under its own. */
export const honourBodySchema = z.union([
  z.strictObject({ name: nameSchema.max(24), show_amount: z.boolean() }),
  z.strictObject({ work_unit_id: idSchema, show_amount: z.boolean() }),
]);

/** No longer. */
export const honourWithdrawalSchema = z.strictObject({ work_unit_id: idSchema.optional() });
