/** A household's own card, recorded anew for its present head; the ones before it are kept. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import { CARDS, OWNER_IS_HERE } from "./card-sql";
import { ownerOfCard } from "./card-owner";
import { isBankCard, KEEP, masked } from "./private-number";
import { WITHIN, type Rows } from "./reading";
import type { HouseholdCard, HouseholdCards, NewCard } from "./rows";
import { seal, unseal, type DataKey } from "./seal";

// The newest first; the one of the registration, recorded by nobody, last.
const VIEW = `
  select k.card_id as id, owner.name as owner, k.bank_card_masked as card_masked, k.bank_name, k.is_current,
    ${OWNER_IS_HERE} as owner_is_here, c.reason, c.evidence, c.recorded_name as recorded_by, c.recorded_at, c.ended_at
    from ${CARDS} k left join household_card c on c.id = k.card_id
    left join household_member owner on owner.id = k.member_id
   where k.household_id = ? order by c.recorded_at desc nulls last, k.card_id`;

/**
 * Cards of a household and whose a new one would be.
 *
 * @param lock holds the household until the transaction ends, so that nobody else changes its card or its head
 * @returns null when it is not there or not within the scope
 */
export async function readCards(
  trx: Knex.Transaction,
  scope: string,
  household_id: string,
  lock = false,
): Promise<HouseholdCards | null> {
  const home = await trx.raw<Rows<{ id: string }>>(
    `select h.id from household h where ${WITHIN} and h.id = ?${lock ? " for update" : ""}`,
    [scope, household_id],
  );
  if (home.rows.length === 0) return null;
  const found = await trx.raw<Rows<HouseholdCard>>(VIEW, [household_id]);
  const heads = await trx.raw<Rows<{ member_id: string; name: string }>>(
    `select m.id as member_id, m.name from household_member m
      where m.household_id = ? and m.relation = 'head' and m.left_on is null`,
    [household_id],
  );
  const version = found.rows.filter((one) => one.id !== null).length;
  return { cards: found.rows, head: heads.rows[0] ?? null, version };
}

/**
 * Records the household's card anew.
 *
 * @throws refusals `not_found` out of the scope, `card_moved_on` when another card or another head came in between,
 *   `invalid_input` for a card that cannot be one or is the one that stands
 */
export async function recordCard(
  trx: Knex.Transaction,
  scope: string,
  one: NewCard,
  key: DataKey,
): Promise<void> {
  if (!isBankCard(one.bank_card)) throw wrong("卡号不对", "not a card number");
  const kept = await readCards(trx, scope, one.household_id, true);
  if (!kept) throw refuse("not_found");
  const isSame = kept.version === one.version && kept.head?.member_id === one.member_id;
  if (!isSame) throw refuse("card_moved_on");
  await refuseStanding(trx, one, key);
  await trx.raw(
    `update household_card set ended_at = ? where household_id = ? and ended_at is null`,
    [one.at, one.household_id],
  );
  const id = generateEntityId(undefined, "hcrd");
  await trx.raw(
    `insert into household_card (id, household_id, member_id, bank_card_sealed, bank_card_masked, bank_name, reason,
       evidence, recorded_by, recorded_name, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[id, one.household_id, one.member_id],
      seal(one.bank_card, ownerOfCard(one.household_id, id), key),
      masked(one.bank_card, KEEP.bank_card),
      ...[one.bank_name, one.reason, one.evidence, one.by.id, one.by.name, one.at],
    ],
  );
}

async function refuseStanding(trx: Knex.Transaction, one: NewCard, key: DataKey): Promise<void> {
  const found = await trx.raw<Rows<{ card_id: string | null; sealed: string }>>(
    `select k.card_id, k.bank_card_sealed as sealed from ${CARDS} k
      where k.household_id = ? and k.is_current and k.member_id = ?`,
    [one.household_id, one.member_id],
  );
  const isThere = found.rows.some(
    ({ card_id, sealed }) =>
      unseal(sealed, ownerOfCard(one.household_id, card_id), key) === one.bank_card,
  );
  if (isThere) throw wrong("与现有的卡相同", "the same card as it stands");
}

function wrong(reason_zh: string, reason: string) {
  return refuse("invalid_input", { field: "bank_card", reason, reason_zh });
}
