/** Consents, texts of public pages, test reports of lots: recorded as officials and cooperatives would. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { consentPurposes, type ConsentPurpose } from "../../../contract/consent";
import { giveConsentWorkflow } from "../../../workflows/consent/give-consent";
import { nameStoriesWorkflow } from "../../../workflows/story/name-stories";
import { writeStoryWorkflow } from "../../../workflows/story/write-story";
import { publishNewsWorkflow } from "../../../workflows/follow/publish-news";
import { addReportWorkflow } from "../../../workflows/trace/add-report";
import {
  cooperativeStory,
  householdStories,
  laboratory,
  reportTitle,
  villageNews,
  villageStories,
} from "../data/stories";
import type { Progress } from "./progress";
import { dayOf } from "./today";

const DAY_MS = 86_400_000;

interface Rows<T> {
  rows: T[];
}

const HOUSEHOLDS = `
  select household_id as id from lot_contribution
   where household_id not in (select household_id from household_consent) group by 1 order by min(alias)`;
const VILLAGES = `
  select division_code as id from lot_contribution where right(division_code, 3) <> '000'
     and division_code not in (select subject_id from story_text where kind = 'village') group by 1 order by 1`;
const COOPERATIVES = `
  select id, name from cooperative where status = 'approved'
     and id not in (select subject_id from story_text where kind = 'cooperative') order by name`;
const LOTS = `
  select lot.id, lot.code, to_char(lot.harvested_on + 1, 'YYYY-MM-DD') as tested_on from lot
   where not exists (select 1 from lot_report r where r.lot_id = lot.id) order by lot.code limit 40`;

/** One in five households has agreed to nothing; of the others one in four keeps its village to itself. */
function purposesOf(at: number): ConsentPurpose[] {
  if (at % 5 === 4) return [];
  return consentPurposes.filter((purpose) => purpose !== "village" || at % 4 !== 3);
}

/** Run again it goes on where it stopped. */
export async function loadStories(container: MedusaContainer, say: Progress): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const households = (await pg.raw<Rows<{ id: string }>>(HOUSEHOLDS)).rows;
  const now = Date.now();
  const span = { given_on: dayOf(now - 300 * DAY_MS), expires_on: dayOf(now + 700 * DAY_MS) };
  const by = { evidence: "signed_page", recorded_by: "demo", ...span } as const;
  const consents = households.flatMap(({ id }, at) =>
    purposesOf(at).map((purpose) => ({ household_id: id, purpose, ...by })),
  );
  await giveConsentWorkflow(container).run({ input: { consents } });
  for (const [at, { id }] of households.entries()) {
    const text = householdStories[at % householdStories.length];
    if (purposesOf(at).length > 0 && text) await write(container, "household", id, text);
    if (at % 20 === 0) say(at, households.length);
  }
  const villages = (await pg.raw<Rows<{ id: string }>>(VILLAGES)).rows;
  for (const [at, { id }] of villages.entries()) {
    const text = villageStories[at % villageStories.length];
    if (text) await write(container, "village", id, text);
  }
  const cooperatives = (await pg.raw<Rows<{ id: string; name: string }>>(COOPERATIVES)).rows;
  for (const { id, name } of cooperatives) {
    await write(container, "cooperative", id, cooperativeStory(name));
  }
  const lots = (await pg.raw<Rows<{ id: string; code: string; tested_on: string }>>(LOTS)).rows;
  for (const { id, code, tested_on } of lots) {
    const number = `演示-${code}`;
    const report = { title: reportTitle, laboratory, number, tested_on, passed: true };
    await addReportWorkflow(container).run({
      input: { lot_id: id, report, recorded_by: "demo" },
    });
  }
  await nameStoriesWorkflow(container).run({ input: { most: 10_000 } });
  for (const { id } of villages) {
    await publishNewsWorkflow(container).run({
      input: {
        kind: "village",
        subject_id: id,
        topic: "harvest",
        ...villageNews,
        written_by: "demo",
      },
    });
  }
  say(households.length, households.length);
}

async function write(
  container: MedusaContainer,
  kind: "household" | "village" | "cooperative",
  subject_id: string,
  text: { zh: string; en: string },
): Promise<void> {
  await writeStoryWorkflow(container).run({ input: { kind, subject_id, text, by: "demo" } });
}
