/** Whom a transfer goes to: read by the system for lines that a cooperative owes, never by a scope. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { ownerOf } from "./register";
import type { Rows } from "./reading";
import type { FullPayee, Payee } from "./rows";
import { unseal, type DataKey } from "./seal";

// The card is the person's who was head when it was registered: a transfer carries that name, and once that person has
// left the household nothing goes there any more.
const PAYEE = `
  select h.id, coalesce(holder.name, head.name, '') as head_name,
         p.bank_card_masked as card_masked, p.bank_name, p.bank_card_sealed as sealed
  from household h
  left join household_member head on head.household_id = h.id and head.relation = 'head' and head.left_on is null
  left join household_private p on p.household_id = h.id and not exists (
    select 1 from household_member gone where gone.id = p.member_id and gone.left_on is not null)
  left join household_member holder on holder.id = p.member_id
  where h.withdrawn_at is null and h.id = any(?::text[])`;

type Row = Payee & { sealed: string | null };

/** Payees with masked cards; the sealed number stays where it is. */
export async function readPayees(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, Payee>> {
  const found = await trx.raw<Rows<Row>>(PAYEE, [[...new Set(ids)]]);
  return new Map(found.rows.map(({ sealed: _, ...payee }) => [payee.id, payee]));
}

/** Payees with their cards in full. */
export async function readFullPayees(
  trx: Knex.Transaction,
  ids: readonly string[],
  key: DataKey,
): Promise<Map<string, FullPayee>> {
  const found = await trx.raw<Rows<Row>>(PAYEE, [[...new Set(ids)]]);
  return new Map(
    found.rows.map(({ sealed, ...payee }) => {
      const card = sealed === null ? null : unseal(sealed, ownerOf(payee.id, "bank_card"), key);
      return [payee.id, { ...payee, card }];
    }),
  );
}
