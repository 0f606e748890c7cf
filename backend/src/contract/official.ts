/** What officials read and do: households, their income accounts, summaries, cooperatives. */
import { z } from "zod";

import {
  daySchema,
  divisionScopeSchema,
  idSchema,
  pageSchema,
  searchTextSchema,
  textSchema,
} from "./common";
import { partSchema } from "./goods";
import { fenSchema } from "./money";
import { officialRoles } from "./roles";
import { creditStates, incomeCategories, summaryGroups } from "./words";

/** The official who is logged in. */
export const officialMeReplySchema = z.object({
  official: z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(officialRoles),
    division_code: z.string(),
    division_name: z.string(),
    may_approve: z.boolean(),
  }),
});

/** The division tree under the official's own prefix, flat, parents before children. */
export const divisionsReplySchema = z.object({
  divisions: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      level: z.enum(["province", "city", "county", "township", "village"]),
      parent_code: z.string().nullable(),
      households: z.int(),
    }),
  ),
});

/** Filters of the list of households. */
export const householdsQuerySchema = z.strictObject({
  division_code: divisionScopeSchema.optional(),
  q: searchTextSchema.optional(),
  type: z.string().max(40).optional(),
  ...pageSchema,
});

const householdRow = {
  id: z.string(),
  code: z.string(),
  head_name: z.string(),
  alias: z.string(),
  division_code: z.string(),
  division_name: z.string(),
  type: z.string(),
  type_label: z.string(),
  status: z.string(),
  status_label: z.string(),
  member_count: z.int(),
  helping_unit: z.string().nullable(),
  /** Settled or later, reversals taken off. */
  credited_fen: fenSchema,
  pending_fen: fenSchema,
  last_credit_on: z.string().nullable(),
};

/** A page of households. */
export const householdsReplySchema = z.object({
  households: z.array(z.object(householdRow)),
  count: z.int(),
});

/** One household's file; ID number, phone and bank card are masked. */
export const householdReplySchema = z.object({
  household: z.object({
    ...householdRow,
    tier: z.string().nullable(),
    tier_label: z.string().nullable(),
    causes: z.array(z.string()),
    id_number_masked: z.string().nullable(),
    phone_masked: z.string().nullable(),
    bank_card_masked: z.string().nullable(),
    registered_on: z.string(),
    members: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        relation: z.string(),
        birth_year: z.int().nullable(),
        joined_on: z.string(),
        left_on: z.string().nullable(),
      }),
    ),
    pairings: z.array(
      z.object({
        helping_unit: z.string(),
        responsible_person: z.string(),
        starts_on: z.string(),
        ends_on: z.string().nullable(),
      }),
    ),
  }),
});

/** A span of days, both ends included, in Asia/Shanghai. */
export const spanQuerySchema = z.strictObject({
  from: daySchema.optional(),
  to: daySchema.optional(),
});

/** The income account of one household. */
export const householdIncomeReplySchema = z.object({
  credits: z.array(
    z.object({
      id: z.string(),
      order_id: z.string(),
      order_display_id: z.int().nullable(),
      order_line_id: z.string(),
      product_id: z.string(),
      product_title: z.string(),
      lot_code: z.string().nullable(),
      cooperative: z.string(),
      linkage: z.string(),
      category: z.string(),
      state: z.enum(creditStates),
      sold_at: z.string(),
      quantity: z.int(),
      weight_g: z.int(),
      share_ppm: z.int(),
      gross_fen: fenSchema,
      deductions: z.array(partSchema),
      net_fen: fenSchema,
      reversed_fen: fenSchema,
      reversals: z.array(
        z.object({
          at: z.string(),
          amount_fen: fenSchema,
          cause: z.string(),
          borne_by: z.enum(["household", "cooperative", "loss_pool"]),
        }),
      ),
      voucher: z
        .object({ bank: z.string(), reference: z.string(), paid_on: z.string() })
        .nullable(),
    }),
  ),
  total: z.object({
    gross_fen: fenSchema,
    net_fen: fenSchema,
    reversed_fen: fenSchema,
    expected_fen: fenSchema,
    earned_fen: fenSchema,
    settled_fen: fenSchema,
    paid_fen: fenSchema,
    confirmed_fen: fenSchema,
  }),
});

/** Filters of an income summary; a drill-down adds the key of the row it came from. */
export const summaryQuerySchema = z.strictObject({
  division_code: divisionScopeSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  group_by: z.enum(summaryGroups).default("division"),
  product_id: idSchema.optional(),
  cooperative_id: idSchema.optional(),
  household_id: idSchema.optional(),
  category: z.enum(incomeCategories).optional(),
});
/** Filters of an income summary. */
export type SummaryQuery = z.infer<typeof summaryQuerySchema>;

/** A row of an income summary: what stands in each state now, reversals already taken off. */
export const summaryRowSchema = z.object({
  key: z.string(),
  label: z.string(),
  households: z.int(),
  credits: z.int(),
  expected_fen: fenSchema,
  earned_fen: fenSchema,
  settled_fen: fenSchema,
  paid_fen: fenSchema,
  confirmed_fen: fenSchema,
  reversed_fen: fenSchema,
});
/** A row of an income summary. */
export type SummaryRow = z.infer<typeof summaryRowSchema>;

/** An income summary with its total over all rows. */
export const summaryReplySchema = z.object({
  rows: z.array(summaryRowSchema),
  total: summaryRowSchema,
});

/** Cooperatives that applied or sell within the official's area. */
export const cooperativesReplySchema = z.object({
  cooperatives: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      division_code: z.string(),
      division_name: z.string(),
      license_no: z.string(),
      contact_name: z.string(),
      status: z.enum(["applied", "approved", "refused", "suspended"]),
      applied_at: z.string(),
      decided_at: z.string().nullable(),
    }),
  ),
  count: z.int(),
});

/** Which cooperatives to list. */
export const cooperativesQuerySchema = z.strictObject({
  status: z.enum(["applied", "approved", "refused", "suspended"]).optional(),
  ...pageSchema,
});

/** A decision over an application, with its reason. */
export const decisionBodySchema = z.strictObject({
  decision: z.enum(["approve", "refuse"]),
  reason: textSchema(300).optional(),
});

/** The household confirms that money arrived; the cadre witnesses it. */
export const confirmBodySchema = z.strictObject({ credit_ids: z.array(idSchema).min(1).max(200) });
/** How many credits moved. */
export const movedReplySchema = z.object({ moved: z.int(), amount_fen: fenSchema });
