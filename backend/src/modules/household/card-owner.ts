/** What the sealed number of a household's card is bound to. */
import { ownerOf } from "./register";

/** @param card_id null for the card that came with the registration */
export function ownerOfCard(household_id: string, card_id: string | null): string {
  return card_id === null ? ownerOf(household_id, "bank_card") : `${card_id}:bank_card`;
}
