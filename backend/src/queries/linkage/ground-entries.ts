/** What an entry stands on: its household, the contract in force, and the category that the local rules say. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Fen } from "../../contract/fen";
import type { RefusalCode } from "../../contract/errors";
import type { EntryLinkage } from "../../contract/linkage";
import {
  HOUSEHOLD_MODULE,
  type HouseholdFace,
  type HouseholdModuleService,
} from "../../modules/household";
import {
  LINKAGE_MODULE,
  type Contract,
  type EntryDraft,
  type LinkageModuleService,
} from "../../modules/linkage";
import {
  categoryOf,
  dayInShanghai,
  RULES_MODULE,
  type RulePack,
  type RulesModuleService,
} from "../../modules/rules";
import { readCooperative } from "../cooperative/read-cooperative";

/** An entry as somebody wants it; the household by its id or by its alias. */
export interface WantedEntry {
  household: { id: string } | { alias: string };
  linkage: EntryLinkage;
  /** YYYY-MM. */
  period: string;
  amount_fen: Fen;
  note: string;
}

/** Why an entry cannot be prepared. */
export interface EntryProblem {
  field: "household" | "linkage" | "period";
  code: RefusalCode;
}

/** A draft, or what stands against it. */
export type Grounded = EntryDraft | EntryProblem;

/** Who prepares. */
export interface Preparer {
  id: string;
  cooperative_id: string;
}

/** Whether an entry can be prepared. */
export function isDraft(grounded: Grounded): grounded is EntryDraft {
  return "amount_fen" in grounded;
}

/**
 * Grounds entries, however many, in a handful of reads.
 *
 * @param scope container
 * @param who the member who prepares
 * @param wanted entries in the order of the file
 * @param now decides which months have begun
 * @returns one answer for each, in the same order
 */
export async function groundEntries(
  scope: MedusaContainer,
  who: Preparer,
  wanted: readonly WantedEntry[],
  now: Date,
): Promise<Grounded[]> {
  const linkage = scope.resolve<LinkageModuleService>(LINKAGE_MODULE);
  const faces = await facesOf(scope, who.cooperative_id, wanted);
  const contracts = await linkage.contractsIn(
    who.cooperative_id,
    wanted.map((entry) => entry.period),
  );
  const packs = await packsOf(scope, wanted, [...faces.values()]);
  const thisMonth = dayInShanghai(now).slice(0, 7);
  return wanted.map((entry): Grounded => {
    const face = faces.get(keyOf(entry));
    if (!face) return { field: "household", code: "household_unknown" };
    if (entry.period > thisMonth) return { field: "period", code: "period_ahead" };
    const pack = packs.get(`${entry.period} ${face.division_code}`);
    if (!pack) return { field: "household", code: "rule_pack_missing" };
    const kind = categoryOf(pack.content, entry.linkage);
    if (!kind) return { field: "linkage", code: "linkage_unknown" };
    const contract = contracts.find((one) => covers(one, face.id, entry));
    // A bonus is a gift: all other income comes from a contract that says what it is for.
    if (!contract && entry.linkage !== "bonus")
      return { field: "linkage", code: "contract_unknown" };
    return {
      cooperative_id: who.cooperative_id,
      household_id: face.id,
      alias: face.alias,
      division_code: face.division_code,
      contract_id: contract?.id ?? null,
      linkage: entry.linkage,
      ...kind,
      rule_pack_id: pack.id,
      period: entry.period,
      amount_fen: entry.amount_fen,
      note: entry.note,
      prepared_by: who.id,
    };
  });
}

function keyOf({ household }: WantedEntry): string {
  return "id" in household ? `id ${household.id}` : `alias ${household.alias}`;
}

/** The households of the cooperative's own county, by what they were asked for. */
async function facesOf(
  scope: MedusaContainer,
  cooperative_id: string,
  wanted: readonly WantedEntry[],
) {
  const { division_code } = await readCooperative(scope, cooperative_id);
  const county = division_code.slice(0, 6);
  const register = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const ids = wanted.flatMap(({ household }) => ("id" in household ? [household.id] : []));
  const aliases = wanted.flatMap(({ household }) =>
    "alias" in household ? [household.alias] : [],
  );
  const [byId, byAlias] = await Promise.all([
    register.faces(ids),
    register.facesNamed(county, aliases),
  ]);
  return new Map<string, HouseholdFace>(
    [
      ...[...byId].map(([id, face]) => [`id ${id}`, face] as const),
      ...[...byAlias].map(([alias, face]) => [`alias ${alias}`, face] as const),
    ].filter(([, face]) => face.division_code.startsWith(county)),
  );
}

/** The rule packs on the last day of each month, by month and place. */
async function packsOf(
  scope: MedusaContainer,
  wanted: readonly WantedEntry[],
  faces: readonly { division_code: string }[],
): Promise<Map<string, RulePack>> {
  const rules = scope.resolve<RulesModuleService>(RULES_MODULE);
  const places = faces.map((face) => face.division_code);
  const found = new Map<string, RulePack>();
  for (const period of new Set(wanted.map((entry) => entry.period))) {
    const packs = await rules.packsFor(places, lastDayOf(period));
    for (const [place, pack] of packs) found.set(`${period} ${place}`, pack);
  }
  return found;
}

/** The last day of a month, YYYY-MM-DD. */
function lastDayOf(period: string): string {
  const [year = 1970, month = 1] = period.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function covers(contract: Contract, household_id: string, entry: WantedEntry): boolean {
  return (
    contract.household_id === household_id &&
    contract.linkage === entry.linkage &&
    contract.starts_on <= lastDayOf(entry.period) &&
    (contract.ends_on === null || contract.ends_on >= `${entry.period}-01`)
  );
}
