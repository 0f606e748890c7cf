/** A household's own card: recorded anew for the present head, above the village; the former ones are kept. */
import { z } from "zod";

import { idSchema, nameSchema, textSchema } from "./common";
import { bankCardSchema } from "./recipient";

/** Why a card is recorded anew. */
export const cardReasons = ["new_head", "changed", "mistaken"] as const;

// What was read stands beside what is written: of two who write at once, one is told to read again.
const version = z.int().min(0);

/** The card of the head who is named; the owner is that member. */
export const householdCardBodySchema = z.strictObject({
  version,
  member_id: idSchema,
  bank_card: bankCardSchema,
  bank_name: nameSchema,
  reason: z.enum(cardReasons),
  /** What was shown, such as the card and the household booklet; no illness, no numbers. */
  evidence: textSchema(200),
});

const card = z.object({
  /** Null for the one that came with the registration. */
  id: z.string().nullable(),
  owner: z.string().nullable(),
  card_masked: z.string(),
  bank_name: z.string().nullable(),
  is_current: z.boolean(),
  /** Money goes to nobody who has left the household. */
  owner_is_here: z.boolean(),
  reason: z.enum(cardReasons).nullable(),
  evidence: z.string().nullable(),
  recorded_by: z.string().nullable(),
  recorded_at: z.string().nullable(),
  ended_at: z.string().nullable(),
});

/** Cards, the newest first, and whose a new one would be. */
export const householdCardsReplySchema = z.object({
  cards: z.array(card),
  head: z.object({ member_id: z.string(), name: z.string() }).nullable(),
  /** To be sent with the next one. */
  version,
  may_record: z.boolean(),
});
