/** Whom a transfer goes to: read by the system for lines that a cooperative owes, never by a scope. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { CARDS, OWNER_IS_HERE } from "./card-sql";
import { ownerOfCard } from "./card-owner";
import type { Rows } from "./reading";
import type { CardOfHousehold, FullPayee, Payee } from "./rows";
import { unseal, type DataKey } from "./seal";

const FACE = `h.id, coalesce(holder.name, head.name, '') as head_name, k.card_id, k.bank_card_masked as card_masked, k.bank_name`;

const HEAD = `
  left join household_member head on head.household_id = h.id and head.relation = 'head' and head.left_on is null
  left join household_member holder on holder.id = k.member_id
  where h.withdrawn_at is null and h.id = any(?::text[])`;

const PAYEE = `
  select ${FACE} from household h
  left join ${CARDS} k on k.household_id = h.id and k.is_current and ${OWNER_IS_HERE} ${HEAD}`;

const FULL = `
  select ${FACE}, k.bank_card_sealed as sealed from household h
  join ${CARDS} k on k.household_id = h.id and ${OWNER_IS_HERE} ${HEAD}`;

/** Payees with the card that is theirs now, masked; the sealed number stays where it is. */
export async function readPayees(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, Payee>> {
  const found = await trx.raw<Rows<Payee>>(PAYEE, [[...new Set(ids)]]);
  return new Map(found.rows.map((payee) => [payee.id, payee]));
}

/** Payees with these cards in full, also with one whose place another has taken since; as many as are asked for. */
export async function readFullPayees(
  trx: Knex.Transaction,
  asked: readonly CardOfHousehold[],
  key: DataKey,
): Promise<(FullPayee | null)[]> {
  const ids = [...new Set(asked.map((one) => one.household_id))];
  const found = await trx.raw<Rows<Payee & { sealed: string }>>(FULL, [ids]);
  return asked.map(({ household_id, card_id }) => {
    const row = found.rows.find((one) => one.id === household_id && one.card_id === card_id);
    if (!row) return null;
    const { sealed, ...payee } = row;
    return { ...payee, card: unseal(sealed, ownerOfCard(payee.id, payee.card_id), key) };
  });
}
