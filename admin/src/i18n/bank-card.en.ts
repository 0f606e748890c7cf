/** Words about a household's own bank card, in English. */
import type { bankCardZh } from "./bank-card.zh";
import type { Words } from "./shape";

export const bankCardEn: Words<typeof bankCardZh> = {
  bankCard: {
    title: "Bank card",
    none: "No card on file yet: nothing can be transferred.",
    new: "Record a new card",
    ok: "Record",
    hint: "Check the household booklet and the card, then record it for the head, {{name}}. A settlement that is prepared already keeps its card.",
    done: "The card of {{name}} is recorded",
    owner: "Owner",
    number: "Card number",
    bank: "Bank",
    reason: "Why it is recorded anew",
    new_head: "Another head",
    changed: "Another or a replaced card",
    mistaken: "Recorded by mistake",
    evidence: "What was shown",
    evidenceHint: "Such as the household booklet and the card. Nothing about illness, no numbers.",
    current: "In use",
    former: "Replaced",
    gone: "The owner has left",
    goneHint: "The owner has left the household: nothing goes to this card any more.",
    othersHint: "This card is the former head's, {{owner}}.",
    registered: "from the registration",
    by: "recorded by {{name}}, {{day}}",
  },
};
