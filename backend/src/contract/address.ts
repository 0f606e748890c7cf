/** Postal addresses in China: as a checkout takes them, and as an order shows them. */
import { z } from "zod";

import { nameSchema, phoneSchema, textSchema } from "./common";

/** A postal address in China. */
export const addressSchema = z.strictObject({
  name: nameSchema,
  phone: phoneSchema,
  province: nameSchema,
  city: nameSchema,
  county: nameSchema,
  /** GB/T 2260 county code, 6 digits. */
  county_code: z
    .string()
    .regex(/^\d{6}$/, "须为 6 位数字 / six digits")
    .optional(),
  street: textSchema(200),
  postal_code: z
    .string()
    .regex(/^\d{6}$/, "须为 6 位数字 / six digits")
    .optional(),
});

/** A postal address in China. */
export type Address = z.infer<typeof addressSchema>;

/** An address as an order shows it; orders of any Medusa client may lack parts of it. */
export const addressViewSchema = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  province: z.string().optional(),
  city: z.string().optional(),
  county: z.string().optional(),
  county_code: z.string().optional(),
  street: z.string().optional(),
  postal_code: z.string().optional(),
});

/** An address as a checkout takes it: ours, or in the words of a Medusa client. */
export const postedAddressSchema = z.preprocess(fromMedusa, addressSchema);

const medusaKeys = [
  "first_name",
  "last_name",
  "address_1",
  "address_2",
  "country_code",
  "company",
] as const;

/** Puts a Medusa client's address into our words; what is neither stays and is refused as unknown. */
function fromMedusa(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("address_1" in input)) return input;
  const given = new Map<string, unknown>(Object.entries(input));
  const country = given.get("country_code") ?? "cn";
  if (typeof country !== "string" || country.toLowerCase() !== "cn") return input;
  const words = (...keys: string[]) =>
    keys
      .map((key) => given.get(key))
      .filter(isFilled)
      .join("");
  const name = words("last_name", "first_name");
  const city = given.get("city");
  const rest = [...given].filter(([key, value]) => !isMedusaKey(key) && isFilled(value));
  return {
    ...Object.fromEntries(rest),
    name,
    street: given.get("address_1"),
    city,
    province: isFilled(given.get("province")) ? given.get("province") : city,
    county: isFilled(given.get("address_2")) ? given.get("address_2") : city,
  };
}

function isMedusaKey(key: string): boolean {
  return medusaKeys.some((known) => known === key);
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
