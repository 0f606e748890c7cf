/** Households with their members, and the pairings of each. */
import type { MedusaContainer } from "@medusajs/framework/types";

import {
  registerHouseholdsWorkflow,
  type RegisterHouseholdsInput,
} from "../../../workflows/household/register-households";
import { pairHouseholdsWorkflow } from "../../../workflows/pairing/pair-households";
import { households } from "../data/households";
import type { HouseholdSeed } from "../data/shapes";
import { piecesOf, type Progress } from "./progress";

type HouseholdInput = RegisterHouseholdsInput["households"][number];

const PIECE = 40;

function inputOf(seed: HouseholdSeed): HouseholdInput {
  const head = seed.members.find((member) => member.role === "head");
  return {
    code: seed.number,
    division_code: seed.division_code,
    alias: seed.public_alias,
    type: seed.type_code,
    status: seed.status,
    tier: seed.tier,
    causes: seed.causes,
    registered_on: seed.registered_on,
    members: seed.members.map((member) => ({
      name: member.name,
      relation: member.role,
      birth_year: Number(member.birth_on.slice(0, 4)),
      joined_on: member.joined_on,
      left_on: member.left_on,
      left_reason: member.left_reason,
    })),
    private: {
      id_number: head?.id_number ?? null,
      phone: seed.phone,
      bank_card: seed.bank_card,
      bank_name: seed.bank_name,
    },
  };
}

/** @returns ids of the households by key */
export async function loadHouseholds(
  container: MedusaContainer,
  say: Progress,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const piece of piecesOf(households, PIECE)) {
    const { result } = await registerHouseholdsWorkflow(container).run({
      input: { households: piece.map(inputOf) },
    });
    piece.forEach((seed, at) => ids.set(seed.key, result.households[at]?.id ?? ""));
    say(ids.size, households.length);
  }
  return ids;
}

/** Pairs the households with the helping units of their county. */
export async function loadPairings(
  container: MedusaContainer,
  say: Progress,
  ids: { households: ReadonlyMap<string, string>; units: ReadonlyMap<string, string> },
): Promise<void> {
  const pairings = households.flatMap((household) =>
    household.pairings.map((pairing) => ({
      household_id: ids.households.get(household.key) ?? "",
      helping_unit_id: ids.units.get(pairing.enterprise_key) ?? "",
      responsible_person: pairing.responsible_person,
      starts_on: pairing.started_on,
      ends_on: pairing.ended_on,
    })),
  );
  await pairHouseholdsWorkflow(container).run({ input: { pairings } });
  say(pairings.length, pairings.length);
}
