/** Opens one private number of a household. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { PrivateField } from "./private-number";
import { WITHIN, type Rows } from "./reading";
import { ownerOf } from "./register";
import { unseal, type DataKey } from "./seal";

/** @returns null when it is not kept, not there, or not within the scope */
export async function readPrivateNumber(
  trx: Knex.Transaction,
  scope: string,
  { id, field }: { id: string; field: PrivateField },
  key: DataKey,
): Promise<string | null> {
  const found = await trx.raw<Rows<{ sealed: string | null }>>(
    `select p.?? as sealed from household h join household_private p on p.household_id = h.id
     where ${WITHIN} and h.id = ?`,
    [`${field}_sealed`, scope, id],
  );
  const sealed = found.rows[0]?.sealed ?? null;
  return sealed === null ? null : unseal(sealed, ownerOf(id, field), key);
}
