/** What a cooperative does: apply, list goods, see and ship its own orders, see and pay what it owes. */
import { z } from "zod";

import {
  daySchema,
  divisionCodeSchema,
  idSchema,
  nameSchema,
  pageSchema,
  phoneSchema,
  searchTextSchema,
  textSchema,
} from "./common";
import { partSchema } from "./goods";
import { positiveFenSchema } from "./money";
import { cooperativeRoles } from "./roles";

/** An application to sell. */
export const applicationBodySchema = z.strictObject({
  name: nameSchema,
  division_code: divisionCodeSchema,
  license_no: z
    .string()
    .regex(/^[0-9A-Z]{18}$/, "须为 18 位统一社会信用代码 / a credit code of 18 characters"),
  contact_name: nameSchema,
  contact_phone: phoneSchema,
});

/** Divisions to choose from. */
export const divisionChoicesReplySchema = z.object({
  divisions: z.array(z.object({ code: z.string(), name: z.string(), level: z.string() })),
});

/** Categories in use, with how many goods each has. */
export const categoriesReplySchema = z.object({
  categories: z.array(z.object({ key: z.string(), label: z.string(), count: z.int() })),
});

/** A member of a cooperative. */
export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(cooperativeRoles),
});

/** The members of a cooperative. */
export const membersReplySchema = z.object({ members: z.array(memberSchema) });

/** A further member with a first password, which the manager hands over and the member changes. */
export const memberBodySchema = z.strictObject({
  name: nameSchema,
  email: z.email().max(200).toLowerCase(),
  password: z.string().min(10).max(200),
  role: z.enum(cooperativeRoles),
});

/** The cooperative of the account that is logged in. */
export const cooperativeMeReplySchema = z.object({
  /** Who is logged in; not told while an application is being filed. */
  member: memberSchema.optional(),
  cooperative: z.object({
    id: z.string(),
    name: z.string(),
    division_code: z.string(),
    division_name: z.string(),
    status: z.enum(["applied", "approved", "refused", "suspended"]),
    decision_reason: z.string().nullable(),
  }),
});

/** A variant to list. */
const variantBody = z.strictObject({
  title: textSchema(60),
  price_fen: z.int().min(1).max(100_000_00),
  stock: z.int().min(0).max(1_000_000),
  weight_g: z.int().min(1).max(1_000_000),
});

/** A product to list, with the split of its price and the households behind the lot. */
export const productBodySchema = z.strictObject({
  title: textSchema(60),
  title_en: textSchema(120).optional(),
  description: textSchema(2000),
  description_en: textSchema(2000).optional(),
  category: z.string().min(1).max(40),
  images: z
    .array(z.string().regex(/^\/[A-Za-z0-9/_.-]{3,200}$/))
    .max(8)
    .default([]),
  variants: z.array(variantBody).min(1).max(20),
  certificates: z
    .array(
      z.strictObject({
        kind: textSchema(40),
        number: textSchema(60),
        issued_on: daySchema,
        valid_to: daySchema.nullable(),
      }),
    )
    .max(10)
    .default([]),
  lot: z.strictObject({ code: textSchema(40), harvested_on: daySchema }),
  /** Which household supplied how much of the lot. */
  contributions: z
    .array(z.strictObject({ household_id: idSchema, weight_g: z.int().min(1).max(100_000_000) }))
    .min(1)
    .max(200),
  /** The cooperative's service fee, parts per million of what is paid for the line. */
  service_ppm: z.int().min(0).max(900_000),
  /** Packing and freight for each unit, whole fen. */
  packing_fen: positiveFenSchema,
  freight_fen: positiveFenSchema,
});
/** A product to list. */
export type ProductBody = z.infer<typeof productBodySchema>;

const productRow = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  category: z.string(),
  picture: z.string().nullable(),
  status: z.string(),
  lot_code: z.string().nullable(),
  households: z.array(z.object({ household_id: z.string(), alias: z.string(), weight_g: z.int() })),
  service_ppm: z.int(),
  packing_fen: positiveFenSchema,
  freight_fen: positiveFenSchema,
  variants: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      price_fen: positiveFenSchema,
      stock: z.int(),
      breakdown: z.array(partSchema),
    }),
  ),
});

/** One product of the cooperative. */
export const productReplySchema = z.object({ product: productRow });
/** A page of the cooperative's own products. */
export const productsReplySchema = z.object({ products: z.array(productRow), count: z.int() });
/** Which products to list. */
export const productsQuerySchema = z.strictObject({
  q: searchTextSchema.optional(),
  ...pageSchema,
});

/** A change to a listed product; the split of past sales stays frozen. */
export const productChangeBodySchema = z
  .strictObject({
    status: z.enum(["published", "draft"]).optional(),
    variants: z
      .array(
        z.strictObject({
          id: idSchema,
          price_fen: z.int().min(1).max(100_000_00).optional(),
          stock: z.int().min(0).max(1_000_000).optional(),
        }),
      )
      .max(20)
      .optional(),
  })
  .refine((body) => Object.keys(body).length > 0, "没有要修改的内容 / nothing to change");

/** Households of the cooperative's county that may supply it, by alias only. */
export const suppliersReplySchema = z.object({
  households: z.array(z.object({ id: z.string(), alias: z.string(), division_name: z.string() })),
  count: z.int(),
});

/** The address of an uploaded picture. */
export const pictureReplySchema = z.object({ url: z.string() });
