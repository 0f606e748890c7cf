/** Pick-up points: a buyer fetches the goods from a keeper nearby, who hands them over for a code. */
import { z } from "zod";

import { divisionCodeSchema, nameSchema, phoneSchema, textSchema } from "./common";

/** How near a point is. */
export const pickupKinds = ["township", "village", "city"] as const;

/** A point as buyers see it. */
export const pickupPointSchema = z.object({
  id: z.string(),
  kind: z.enum(pickupKinds),
  name: z.string(),
  province: z.string(),
  city: z.string(),
  county: z.string(),
  street: z.string(),
  hours: z.string(),
  phone: z.string(),
});
/** A point as buyers see it. */
export type PickupPoint = z.infer<typeof pickupPointSchema>;

/** Every open point. */
export const pickupPointsReplySchema = z.object({ points: z.array(pickupPointSchema) });

/** A point to open. */
export const pickupPointBodySchema = z.strictObject({
  kind: z.enum(pickupKinds),
  name: nameSchema,
  division_code: divisionCodeSchema,
  province: nameSchema,
  city: nameSchema,
  county: nameSchema,
  street: textSchema(200),
  hours: textSchema(60),
  /** The point's own phone, shown to buyers. */
  phone: phoneSchema,
});
/** A point to open. */
export type PickupPointBody = z.infer<typeof pickupPointBodySchema>;

/** A point to close or to open again. */
export const pickupPointChangeSchema = z.strictObject({ open: z.boolean() });

/** A point as the operator sees it; the keeper's key is told once, when the point is opened. */
export const operatorPointSchema = pickupPointSchema.extend({
  open: z.boolean(),
  waiting: z.int(),
  handed_over: z.int(),
});
/** One point. */
export const operatorPointReplySchema = z.object({
  point: operatorPointSchema,
  keeper_key: z.string().optional(),
});
/** Every point. */
export const operatorPointsReplySchema = z.object({ points: z.array(operatorPointSchema) });

/** Where an order waits, and the code that opens it; for its buyer only. */
export const orderPickupReplySchema = z.object({
  pickup: z
    .object({
      point: pickupPointSchema,
      code: z.string(),
      state: z.enum(["on_the_way", "waiting", "handed_over"]),
      handed_over_at: z.string().nullable(),
    })
    .nullable(),
});

/** The keeper types the buyer's code. */
export const handOverBodySchema = z.strictObject({
  key: z.string().regex(/^[\w-]{43}$/),
  code: z.string().regex(/^\d{8}$/, "须为 8 位数字 / eight digits"),
});
/** What the keeper hands over. */
export const handOverReplySchema = z.object({
  display_id: z.int(),
  lines: z.array(z.object({ title: z.string(), variant_title: z.string(), quantity: z.int() })),
});
