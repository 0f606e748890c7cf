/** Alternate recipients: who takes a household's money instead of its head, for which days and why. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import { isBankCard, KEEP, masked } from "./private-number";
import { WITHIN, type Rows } from "./reading";
import type { FullRecipient, NewRecipient, Recipient } from "./rows";
import { seal, unseal, type DataKey } from "./seal";

const VIEW = `r.id, r.household_id, r.name, r.relation, r.bank_card_masked as card_masked, r.bank_name, r.reason, r.evidence,
  to_char(r.valid_from, 'YYYY-MM-DD') as valid_from, to_char(r.valid_to, 'YYYY-MM-DD') as valid_to, r.recorded_name as recorded_by,
  r.recorded_at, r.ended_at, r.ended_because`;

const VALID = `r.ended_at is null and cast(:on as date) between r.valid_from and r.valid_to`;

const ownerOfCard = (id: string): string => `${id}:bank_card`;

/** @throws refusal `not_found` out of the scope, `invalid_input` for a card that cannot be one */
export async function addRecipient(
  trx: Knex.Transaction,
  scope: string,
  one: NewRecipient,
  key: DataKey,
): Promise<string> {
  if (!isBankCard(one.bank_card))
    throw refuse("invalid_input", { field: "bank_card", reason: "卡号不对 / not a card number" });
  const home = await trx.raw<Rows<{ id: string }>>(
    `select h.id from household h where ${WITHIN} and h.id = ?`,
    [scope, one.household_id],
  );
  if (home.rows.length === 0) throw refuse("not_found");
  const id = generateEntityId(undefined, "hrcp");
  await trx.raw(
    `insert into household_recipient (id, household_id, name, relation, bank_card_sealed, bank_card_masked, bank_name,
       reason, evidence, valid_from, valid_to, recorded_by, recorded_name, recorded_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[id, one.household_id, one.name, one.relation],
      seal(one.bank_card, ownerOfCard(id), key),
      masked(one.bank_card, KEEP.bank_card),
      ...[one.bank_name, one.reason, one.evidence, one.valid_from, one.valid_to],
      ...[one.by.id, one.by.name, one.at],
    ],
  );
  return id;
}

/** Who ends what, and why. */
export interface RecipientEnding {
  id: string;
  reason: string;
  by: string;
  at: string;
}

/** Ends one before its last day. @throws refusal `not_found` out of the scope, `recipient_ended` */
export async function endRecipient(
  trx: Knex.Transaction,
  scope: string,
  { id, reason, by, at }: RecipientEnding,
): Promise<string> {
  const found = await trx.raw<Rows<{ household_id: string; ended_at: Date | null }>>(
    `select r.household_id, r.ended_at from household h join household_recipient r on r.household_id = h.id
     where ${WITHIN} and r.id = ? for update of r`,
    [scope, id],
  );
  const [row] = found.rows;
  if (!row) throw refuse("not_found");
  if (row.ended_at !== null) throw refuse("recipient_ended");
  await trx.raw(
    `update household_recipient set ended_at = ?, ended_by = ?, ended_because = ? where id = ?`,
    [at, by, reason, id],
  );
  return row.household_id;
}

/** All recipients of a household, the newest first; null out of the scope. */
export async function readRecipients(
  trx: Knex.Transaction,
  scope: string,
  household_id: string,
): Promise<Recipient[] | null> {
  const home = await trx.raw<Rows<{ id: string }>>(
    `select h.id from household h where ${WITHIN} and h.id = ?`,
    [scope, household_id],
  );
  if (home.rows.length === 0) return null;
  const found = await trx.raw<Rows<Recipient>>(
    `select ${VIEW} from household_recipient r where r.household_id = ? order by r.recorded_at desc, r.id limit 100`,
    [household_id],
  );
  return found.rows;
}

/** Recipients of many households to whom money may go on a day. */
export async function validRecipients(
  trx: Knex.Transaction,
  household_ids: readonly string[],
  on: string,
): Promise<Recipient[]> {
  const found = await trx.raw<Rows<Recipient>>(
    `select ${VIEW} from household_recipient r join household h on h.id = r.household_id and h.withdrawn_at is null
     where r.household_id = any(:ids) and ${VALID} order by r.valid_to desc, r.id`,
    { ids: [...new Set(household_ids)], on },
  );
  return found.rows;
}

/** The same by their ids, cards in full. */
export async function fullRecipients(
  trx: Knex.Transaction,
  ids: readonly string[],
  on: string,
  key: DataKey,
): Promise<Map<string, FullRecipient>> {
  const found = await trx.raw<Rows<Recipient & { sealed: string }>>(
    `select ${VIEW}, r.bank_card_sealed as sealed from household_recipient r
     where r.id = any(:ids) and ${VALID}`,
    { ids: [...new Set(ids)], on },
  );
  return new Map(
    found.rows.map(({ sealed, ...one }) => [
      one.id,
      { ...one, card: unseal(sealed, ownerOfCard(one.id), key) },
    ]),
  );
}
