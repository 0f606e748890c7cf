/** One household's file for an official: masked, labelled, with its pairings. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { PAIRING_MODULE, type PairingModuleService } from "../../modules/pairing";
import { labelOf } from "../../modules/rules";
import { describeRows } from "./describe-rows";

/**
 * Reads a file; the caller logs the read before it shows it.
 *
 * @param container scope of the request
 * @param own the official's prefix
 * @returns null when the household is not there or not within the prefix
 */
export async function readHouseholdFile(
  container: MedusaContainer,
  own: string,
  household_id: string,
): Promise<Reply<"GET /official/households/:id">["household"] | null> {
  const file = await container
    .resolve<HouseholdModuleService>(HOUSEHOLD_MODULE)
    .file(own, household_id);
  if (!file) return null;
  const [rows, pairings] = await Promise.all([
    describeRows(container, [file], new Date()),
    container.resolve<PairingModuleService>(PAIRING_MODULE).pairingsOf([household_id]),
  ]);
  const [row] = rows;
  if (!row) return null;
  const { described, rules } = row;
  return {
    ...described,
    tier: file.tier,
    tier_label: file.tier === null ? null : labelOf(rules?.content.tiers ?? [], file.tier),
    causes: file.causes.map((cause) => labelOf(rules?.content.causes ?? [], cause)),
    id_number_masked: file.id_number_masked,
    phone_masked: file.phone_masked,
    bank_card_masked: file.bank_card_masked,
    registered_on: file.registered_on,
    members: file.members,
    pairings,
  };
}
