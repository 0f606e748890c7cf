/** A household's own cards in SQL, and when money may go to one. */

/** All of them; `card_id` is null for the one that came with the registration. */
export const CARDS = `
  (select c.id as card_id, c.household_id, c.member_id, c.bank_card_masked, c.bank_card_sealed, c.bank_name,
          c.ended_at is null as is_current
     from household_card c
   union all
   select null, p.household_id, p.member_id, p.bank_card_masked, p.bank_card_sealed, p.bank_name,
          not exists (select 1 from household_card later where later.household_id = p.household_id)
     from household_private p where p.bank_card_sealed is not null)`;

/**
 * Whether money may go to a card `k`: a transfer carries its owner's name, and once the owner has left the household
 * nothing goes there any more.
 */
export const OWNER_IS_HERE = `not exists (
    select 1 from household_member gone where gone.id = k.member_id and gone.left_on is not null)`;
