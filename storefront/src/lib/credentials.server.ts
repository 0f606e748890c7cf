/** Reads the login and registration forms. */
import { nameSchema } from "@yigou/backend/contract";
import { z } from "zod";

import type { FieldError } from "../ui/field";

const typedSchema = z.object({
  email: z.string().trim().toLowerCase().catch(""),
  password: z.string().catch(""),
  name: z.string().trim().catch(""),
  return_to: z.string().catch("/"),
});

/** What was typed into a login or registration form. */
export type Credentials = z.infer<typeof typedSchema>;

/** Reads what was typed. */
export async function readCredentials(request: Request): Promise<Credentials> {
  return typedSchema.parse(Object.fromEntries(await request.formData()));
}

/** What is wrong with it; a new account also needs a name and a password of 8 characters. */
export function checkCredentials(
  typed: Credentials,
  isNew: boolean,
): Partial<Record<string, FieldError>> {
  const errors: Partial<Record<string, FieldError>> = {};
  if (!z.email().max(200).safeParse(typed.email).success) errors.email = "email";
  if (typed.password === "") errors.password = "required";
  if (isNew && typed.password.length < 8) errors.password = "password";
  if (isNew && !nameSchema.safeParse(typed.name).success) errors.name = "name";
  return errors;
}
