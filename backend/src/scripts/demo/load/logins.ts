/** Logins of the demonstration: an address gets one password, and a second run finds it again. */
import { randomBytes } from "node:crypto";

import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

import { env } from "../../../env";

/** An account as it is written down for people and tests. */
export interface Account {
  email: string;
  password: string;
  division_code?: string;
}

/** On one's own machine passwords may be known to all; in production each loading makes new ones. */
export function passwordFor(name: string): string {
  return env.NODE_ENV === "production" ? randomBytes(12).toString("base64url") : `yigou-${name}`;
}

/** The login of an address: found, with its password renewed, or null. */
export async function knownLogin(
  container: MedusaContainer,
  { email, password }: Account,
): Promise<string | null> {
  const auth = container.resolve(Modules.AUTH);
  const [identity] = await auth.listProviderIdentities(
    { entity_id: email, provider: "emailpass" },
    { take: 1 },
  );
  if (!identity?.auth_identity_id) return null;
  await auth.updateProvider("emailpass", { entity_id: email, password });
  return identity.auth_identity_id;
}

/** The login of an address, made when there is none. */
export async function ensureLogin(container: MedusaContainer, account: Account): Promise<string> {
  const known = await knownLogin(container, account);
  if (known) return known;
  const { email, password } = account;
  const made = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: { email, password } });
  if (!made.authIdentity) throw new Error(`no login was made: ${made.error ?? "unknown reason"}`);
  return made.authIdentity.id;
}
