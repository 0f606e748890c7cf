/** Publishable keys of the shop that were valid a moment ago. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { KeptShortly } from "../../queries/kept-shortly";

/** A key that is revoked opens the quick lane for so long at most. */
const FRESH_MS = 1_000;
const MOST = 100;

const valid = new KeptShortly<true>(FRESH_MS, MOST);

/** Whether a publishable key is valid. */
export async function isKnownKey(scope: MedusaContainer, key: string): Promise<boolean> {
  if (valid.get(key)) return true;
  const asked_ms = performance.now();
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select from api_key where token = ? and type = 'publishable' and deleted_at is null
        and (revoked_at is null or revoked_at > now())`,
    [key],
  );
  if (rows.length === 0) return false;
  valid.keep(key, true, asked_ms);
  return true;
}
