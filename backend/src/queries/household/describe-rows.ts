/** Puts beside households what other rooms know of them: names of places, labels, helping units, income. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import type { HouseholdRow } from "../../modules/household";
import { PAIRING_MODULE, type PairingModuleService } from "../../modules/pairing";
import {
  dayInShanghai,
  labelOf,
  RULES_MODULE,
  type RulePack,
  type RulesModuleService,
} from "../../modules/rules";
import { householdSums } from "../income/household-sums";

type DescribedRow = Reply<"GET /official/households">["households"][number];

/** A described household, and the rules of its place for what else is to be labelled. */
export interface Described<H extends HouseholdRow> {
  household: H;
  described: DescribedRow;
  rules: RulePack | null;
}

/**
 * Describes households of one scope, whatever their number in the same few queries.
 *
 * @param container scope of the request
 * @param households in any order, kept
 * @param now decides which rules and pairings are in force
 */
export async function describeRows<H extends HouseholdRow>(
  container: MedusaContainer,
  households: readonly H[],
  now: Date,
): Promise<Described<H>[]> {
  const ids = households.map((household) => household.id);
  const codes = households.map((household) => household.division_code);
  const today = dayInShanghai(now);
  const [names, packs, units, sums] = await Promise.all([
    container.resolve<DivisionModuleService>(DIVISION_MODULE).namesOf(codes),
    container.resolve<RulesModuleService>(RULES_MODULE).packsFor(codes, today),
    container.resolve<PairingModuleService>(PAIRING_MODULE).unitsInForce(ids, today),
    householdSums(container, ids),
  ]);
  return households.map((household) => {
    const { id, division_code, type, status } = household;
    const rules = packs.get(division_code) ?? null;
    const income = sums.get(id) ?? { credited_fen: 0, pending_fen: 0, last_credit_on: null };
    const described = {
      id,
      code: household.code,
      head_name: household.head_name,
      alias: household.alias,
      division_code,
      division_name: names.get(division_code) ?? division_code,
      type,
      type_label: labelOf(rules?.content.household_types ?? [], type),
      status,
      status_label: labelOf(rules?.content.statuses ?? [], status),
      member_count: household.member_count,
      helping_unit: units.get(id) ?? null,
      ...income,
    };
    return { household, described, rules };
  });
}
