/** Who needs a public address and has none yet. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import type { Page } from "../../modules/story";
import { placesOf } from "./places";

/** Somebody to name: the words that the address is made of. */
export interface Unnamed {
  kind: Page["kind"];
  subject_id: string;
  words: string;
}

interface Row {
  kind: Page["kind"];
  subject_id: string;
  name: string | null;
}

const UNNAMED = `
  select x.kind, x.subject_id, x.name from (
    select 'household' as kind, household_id as subject_id, null as name from lot_contribution
    union select 'household', household_id, null from household_consent
    union select 'village', division_code, null from lot_contribution where right(division_code, 3) <> '000'
    union select 'cooperative', id, name from cooperative where status = 'approved'
    union select 'enterprise', id, name from helping_unit
    union select 'village', subject_id, null from story_text where kind = 'village') x
   where not exists (select 1 from story_page s where s.kind = x.kind and s.subject_id = x.subject_id)
   order by 1, 2 limit ?`;

const UNCODED = `
  select lot.id from lot where not exists (select 1 from lot_trace t where t.lot_id = lot.id) order by lot.id limit ?`;

/** Reads a batch of pages without an address, and of lots without a code. */
export async function unnamedStories(
  scope: MedusaContainer,
  most: number,
): Promise<{ unnamed: Unnamed[]; lot_ids: string[] }> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const [found, lots] = await Promise.all([
    pg.raw<{ rows: Row[] }>(UNNAMED, [most]),
    pg.raw<{ rows: { id: string }[] }>(UNCODED, [most]),
  ]);
  const of = (kind: Page["kind"]) =>
    found.rows.flatMap((row) => (row.kind === kind ? [row.subject_id] : []));
  const households = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const [faces, place] = await Promise.all([
    households.faces(of("household")),
    placesOf(scope, of("village")),
  ]);
  const unnamed = found.rows.flatMap(({ kind, subject_id, name }) => {
    const { county_name, village_name } = place(subject_id);
    const words = {
      household: faces.get(subject_id)?.alias ?? "",
      village: village_name && county_name + village_name,
      cooperative: name ?? "",
      enterprise: name ?? "",
    }[kind];
    return words === "" ? [] : [{ kind, subject_id, words }];
  });
  return { unnamed, lot_ids: lots.rows.map((row) => row.id) };
}
