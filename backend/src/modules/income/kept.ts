/** What the ledger keeps as documents, as it is read back from the database. */
import { z } from "zod";

import { incomeCategories } from "../../contract/words";
import { refundCauses } from "./types";

const whole = z.coerce.number().int();

/** The rule in force at the sale, as kept with the line. */
export const keptTermsSchema = z.object({
  cooperative_id: z.string(),
  cooperative_name: z.string(),
  lot_code: z.string(),
  service_ppm: whole,
  platform_ppm: whole,
  packing_fen: whole,
  freight_fen: whole,
  contributors: z.array(
    z.object({
      household_id: z.string(),
      alias: z.string(),
      division_code: z.string(),
      weight_g: whole,
      linkage: z.string(),
      category: z.enum(incomeCategories),
    }),
  ),
});

const returnedSchema = z.object({ order_line_id: z.string(), quantity: z.number() });

/** Why something went back and who bears it, as kept in a transaction's facts. */
export const keptReversalSchema = z.object({
  returned: z.array(returnedSchema).default([]),
  bearers: z
    .array(
      z.object({
        order_line_id: z.string(),
        borne_by: z.enum(["loss_pool", "cooperative"]),
        cooperative_id: z.string(),
        rule_pack_id: z.string().nullable(),
      }),
    )
    .default([]),
  in_transit: z.array(z.object({ credit_id: z.string(), amount_fen: whole })).default([]),
});

const saleLineSchema = z.object({
  order_line_id: z.string(),
  product_id: z.string().nullable(),
  product_title: z.string(),
  quantity: whole,
  weight_micro: whole,
  return_days: whole,
  terms: keptTermsSchema.nullable(),
});

/** A change of an order as it was followed. */
export const keptChangeSchema = keptReversalSchema.extend({
  id: z.string(),
  order_id: z.string(),
  version: whole,
  change: z.enum(["edit", "exchange", "claim", "return", "claim_cancelled"]),
  cause: z.enum(refundCauses),
  at: z.string(),
  target: z.object({
    order_id: z.string(),
    sold_at: z.string(),
    total_fen: whole,
    shipping_micro: whole,
    tax_micro: whole,
    lines: z.array(saleLineSchema),
  }),
  replacement: z
    .object({ claimed: z.array(returnedSchema), sent: z.array(saleLineSchema) })
    .nullable(),
  // Changes of before cancelled claims were followed say nothing of them.
  undoes: z.string().nullable().default(null),
  moves_refunds: z.boolean().default(false),
});
