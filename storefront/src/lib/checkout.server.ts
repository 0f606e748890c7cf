/** Reads the checkout form and buys. */
import {
  nameSchema,
  phoneSchema,
  textSchema,
  type BodyInput,
  type Gift,
  type Reply,
} from "@yigou/backend/contract";
import { z } from "zod";

import type { FieldError } from "../ui/field";
import { call, type Caller } from "./api.server";
import { namesOf } from "./areas.server";
import { parseItems } from "./cart.server";
import { payments } from "./payments.server";
import { Refusal } from "./refused.server";

/** The fields of the checkout form as they were typed. */
export const checkoutFields = [
  "email",
  "name",
  "phone",
  "province",
  "city",
  "county",
  "street",
  "buyer",
  "payment",
  "outcome",
  "confirmation_token",
  "saved_card",
  "save_card",
  "note",
  "pickup",
  "items",
  "total",
  "key",
] as const;
/** The name of a field of the checkout form. */
export type CheckoutField = (typeof checkoutFields)[number];
/** What was typed, so that nothing has to be typed twice. */
export type CheckoutValues = Record<CheckoutField, string>;
/** What is wrong, by field. */
export type CheckoutErrors = Partial<Record<CheckoutField, FieldError>>;

/** Reads the form; a missing field is an empty one. */
export function readValues(form: FormData): CheckoutValues {
  const read = (name: CheckoutField): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    email: read("email"),
    name: read("name"),
    phone: read("phone"),
    province: read("province"),
    city: read("city"),
    county: read("county"),
    street: read("street"),
    buyer: read("buyer"),
    payment: read("payment"),
    outcome: read("outcome"),
    confirmation_token: read("confirmation_token"),
    saved_card: read("saved_card"),
    save_card: read("save_card"),
    note: read("note"),
    pickup: read("pickup"),
    items: read("items"),
    total: read("total"),
    key: read("key"),
  };
}

const rules: { field: CheckoutField; schema: z.ZodType; error: FieldError; optional?: boolean }[] =
  [
    { field: "email", schema: z.email().max(200), error: "email" },
    { field: "name", schema: nameSchema, error: "name" },
    { field: "phone", schema: phoneSchema, error: "phone" },
    { field: "county", schema: z.string().refine((code) => namesOf(code) !== null), error: "area" },
    { field: "street", schema: textSchema(200), error: "text" },
    { field: "note", schema: textSchema(200), error: "text", optional: true },
    { field: "payment", schema: z.enum(payments), error: "choose" },
  ];

/** What is wrong with the form; an empty object when nothing is. */
export function checkValues(values: CheckoutValues): CheckoutErrors {
  const errors: CheckoutErrors = {};
  for (const { field, schema, error, optional } of rules) {
    // Whoever fetches the goods needs no address.
    if (values.pickup !== "" && (field === "county" || field === "street")) continue;
    const value = values[field];
    if (value === "") {
      if (!optional) errors[field] = field === "county" ? "area" : "required";
    } else if (!schema.safeParse(value).success) errors[field] = error;
  }
  // Without Stripe's script nobody can pay by a card that is not saved.
  const hasCard = values.confirmation_token !== "" || values.saved_card !== "";
  if (values.payment === "pp_stripe_stripe" && !hasCard) errors.payment = "choose";
  return errors;
}

const outcomeSchema = z.enum(["success", "decline", "pending"]).catch("success");

/** What a purchase needs beside its form. */
export interface Beside {
  /** The shop's address as the browser knows it. */
  origin: string;
  gift?: Gift | undefined;
}

/** A card that is saved, or what the browser got for one that was typed in. */
function cardOf({ saved_card, save_card, confirmation_token }: CheckoutValues) {
  if (saved_card !== "") return { saved_card };
  return { confirmation_token, ...(save_card === "yes" ? { save_card: true } : {}) };
}

/** The backend puts the point's own place here. */
const elsewhere = { province: "自提", city: "自提", county: "自提", street: "自提" };

/** The body of the checkout from a form without errors. */
function bodyOf(
  values: CheckoutValues,
  { origin, gift }: Beside,
): BodyInput<"POST /store/checkout"> {
  const names = namesOf(values.county) ?? { province: "", city: "", county: "" };
  const { name, phone, street, email, payment, note, buyer } = values;
  return {
    items: parseItems(values.items),
    email,
    ...(values.pickup
      ? {
          pickup_point_id: values.pickup,
          shipping_address: { name, phone, ...elsewhere },
        }
      : { shipping_address: { name, phone, ...names, county_code: values.county, street } }),
    payment_provider_id: payment,
    expected_total_fen: Number(values.total),
    ...(payment === "pp_sandbox_local"
      ? { payment_data: { outcome: outcomeSchema.parse(values.outcome) } }
      : {}),
    ...(payment === "pp_stripe_stripe"
      ? { payment_data: { ...cardOf(values), return_url: `${origin}/checkout/return` } }
      : {}),
    ...(note ? { note } : {}),
    ...(gift ? { gift } : {}),
    ...(buyer && buyer !== "self" ? { work_unit_id: buyer } : {}),
  };
}

const TRIES = 15;
const PAUSE_MS = 800;

/**
 * Buys what the form says. The key was made when the page was rendered: pressing twice, or again after
 * a lost answer, asks for the same order. While the first press is being worked on, the second waits.
 *
 * @param beside to whom it goes, when it goes to others; where a wallet leads back to
 * @throws Refusal
 */
export async function buy(
  values: CheckoutValues,
  by: Caller,
  beside: Beside,
): Promise<Reply<"POST /store/checkout">> {
  const options = { body: bodyOf(values, beside), by: { ...by, idempotencyKey: values.key } };
  for (let tried = 1; ; tried += 1) {
    try {
      return await call("POST /store/checkout", options);
    } catch (error) {
      const again = error instanceof Refusal && error.refused.code === "in_progress";
      if (!again || tried >= TRIES) throw error;
    }
    await new Promise((wake) => setTimeout(wake, PAUSE_MS));
  }
}
