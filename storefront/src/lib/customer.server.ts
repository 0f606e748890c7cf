/** Medusa's own customer routes: accounts and addresses. */
import { z } from "zod";

import { callStock, type Caller } from "./api.server";
import { Refusal, refusedBy } from "./refused.server";
import { codeOf } from "./areas.server";

const tokenSchema = z.object({ token: z.string() });
const anything = z.unknown();

/** Logs in and answers the token. */
export async function authenticate(email: string, password: string, by: Caller): Promise<string> {
  const body = { email, password };
  const { token } = await callStock("POST /auth/customer/emailpass", tokenSchema, { body, by });
  return token;
}

/** Makes an account: the login first, then the customer, then a token that names both. */
export async function registerCustomer(
  input: { email: string; password: string; name: string },
  by: Caller,
): Promise<string> {
  const { email, password, name } = input;
  const credentials = { email, password };
  const { token } = await callStock("POST /auth/customer/emailpass/register", tokenSchema, {
    body: credentials,
    by,
  });
  const body = { email, first_name: name };
  await callStock("POST /store/customers", anything, { body, by: { ...by, token } });
  return authenticate(email, password, by);
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const storedSchema = z.object({
  id: z.string(),
  first_name: text,
  phone: text,
  province: text,
  city: text,
  address_1: text,
  address_2: text,
  postal_code: text,
});

/** An address that a customer keeps. */
export interface SavedAddress {
  id: string;
  name: string;
  phone: string;
  province: string;
  city: string;
  county: string;
  county_code: string;
  street: string;
}

/** NOTE: Medusa has no county: it stays in the second line, as in the orders that we write. */
function readAddress(stored: z.output<typeof storedSchema>): SavedAddress {
  const names = { province: stored.province, city: stored.city, county: stored.address_2 };
  return {
    id: stored.id,
    name: stored.first_name,
    phone: stored.phone,
    ...names,
    county_code: codeOf(names) ?? "",
    street: stored.address_1,
  };
}

/** The addresses of the customer who is logged in. */
export async function listAddresses(by: Caller): Promise<SavedAddress[]> {
  const schema = z.object({ addresses: z.array(storedSchema) });
  const reply = await callStock("GET /store/customers/me/addresses?limit=50", schema, { by });
  return reply.addresses.map(readAddress);
}

/** Keeps an address. */
export async function saveAddress(address: Omit<SavedAddress, "id" | "county_code">, by: Caller) {
  const body = {
    first_name: address.name,
    phone: address.phone,
    country_code: "cn",
    province: address.province,
    city: address.city,
    address_1: address.street,
    address_2: address.county,
  };
  await callStock("POST /store/customers/me/addresses", anything, { body, by });
}

/** Forgets an address. */
export async function removeAddress(id: string, by: Caller): Promise<void> {
  if (!/^[A-Za-z0-9_-]{3,80}$/.test(id)) throw new Refusal(refusedBy("not_found"));
  await callStock(`DELETE /store/customers/me/addresses/${id}`, anything, { by });
}
