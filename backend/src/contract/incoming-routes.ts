/** Money that came in by bank transfer, for the operator: import, proposals, confirmation, what is left. */
import { z } from "zod";

import { statementQuerySchema } from "./bank-statement";
import { idSchema, textSchema } from "./common";
import { fenSchema } from "./money";
import { done, idParams, operator, type Route } from "./route";

const arrival = z.object({
  id: z.string(),
  booked_on: z.string(),
  in_fen: fenSchema,
  left_fen: fenSchema,
  serial: z.string().nullable(),
  remark: z.string().nullable(),
  payer_masked: z.string().nullable(),
  reference: z.string().nullable(),
});

const awaited = z.object({
  order_id: z.string(),
  display_id: z.int(),
  reference: z.string(),
  due_fen: fenSchema,
  payer: z.string(),
  created_at: z.string(),
});

/** Why a row has no proposal. */
export const arrivalReasons = ["no_reference", "unknown_reference", "not_awaited", "rest"] as const;

/** Routes of arrived money. */
export const incomingRoutes = {
  /** Multipart, field `file`: CSV in UTF-8 or GB18030, or an Excel file. */
  "POST /admin/incoming-statements": {
    ...operator,
    query: statementQuerySchema,
    body: z.unknown(),
    reply: z.object({ layout: z.string(), row_count: z.int(), new_rows: z.int() }),
  },
  "GET /admin/incoming-transfers": {
    ...operator,
    reply: z.object({
      proposals: z.array(
        z.object({
          order: awaited,
          rows: z.array(arrival),
          basis: z.enum(["reference", "amount"]),
          standing: z.enum(["exact", "partial", "over"]),
          difference_fen: z.int(),
        }),
      ),
      /** Money that no awaited order explains. */
      left: z.array(arrival.extend({ why: z.enum(arrivalReasons) })),
      /** Orders for which nothing has come. */
      awaited: z.array(awaited),
    }),
  },
  /** A person confirms that these rows pay this order. */
  "POST /admin/incoming-transfers/confirm": {
    ...operator,
    body: z.strictObject({ order_id: idSchema, row_ids: z.array(idSchema).min(1).max(50) }),
    reply: done,
  },
  /** A row that pays no order of ours. */
  "POST /admin/incoming-transfers/:id/set-aside": {
    ...operator,
    params: idParams,
    body: z.strictObject({ because: textSchema(200) }),
    reply: done,
  },
} as const satisfies Record<string, Route>;
