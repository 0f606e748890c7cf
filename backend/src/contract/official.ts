/** What officials read and do: households, their divisions and households, cooperatives. */
import { z } from "zod";

import { divisionScopeSchema, pageSchema, searchTextSchema, textSchema } from "./common";
import { fenSchema } from "./money";
import { officialRoles } from "./roles";

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
