/** What an area's desk says at a glance: how many households, of which types, and who has been quiet. */
import { z } from "zod";

import { divisionScopeSchema, pageSchema } from "./common";

/** Which area, and after how many days without a credit a household is quiet. */
export const areaQuerySchema = z.strictObject({
  division_code: divisionScopeSchema.optional(),
  quiet_days: z.coerce.number().int().min(1).max(3660).default(90),
  ...pageSchema,
});

/** The area; the quiet ones come page by page, never credited first, then the longest quiet. */
export const areaReplySchema = z.object({
  households: z.int(),
  types: z.array(z.object({ type: z.string(), label: z.string(), households: z.int() })),
  quiet: z.object({
    /** Households without a credit since this day, Asia/Shanghai. */
    since: z.string(),
    count: z.int(),
    /** Of these, never credited. */
    never: z.int(),
    households: z.array(
      z.object({
        id: z.string(),
        head_name: z.string(),
        division_name: z.string(),
        last_credit_on: z.string().nullable(),
      }),
    ),
  }),
});
