/**
 * Loads the demonstration: a shop, five real places with invented households, and their goods. Written
 * through the same workflows as real use; run again, it goes on where it stopped and changes nothing else.
 *
 * Refused in production unless YIGOU_DEMO=1. Writes keys and logins to the file named by YIGOU_DEMO_OUT.
 */
import { writeFileSync } from "node:fs";

import type { ExecArgs } from "@medusajs/framework/types";

import { env } from "../env";
import { loadAdoptions } from "./demo/load/adoptions";
import { loadGoods } from "./demo/load/catalogue";
import { loadClearances } from "./demo/load/clearances";
import { loadHouseholds, loadPairings } from "./demo/load/families";
import { loadHonours } from "./demo/load/honours";
import { loadCustomers, loadOfficials } from "./demo/load/people";
import { loadDivisions, loadRulePacks } from "./demo/load/places";
import { loadPickupPoints } from "./demo/load/pickup-points";
import { progressOf, type Progress } from "./demo/load/progress";
import { loadCooperatives, loadHelpingUnits } from "./demo/load/sellers";
import { ensureShop } from "./demo/load/shop";
import { loadStories } from "./demo/load/stories";
import { todayInShanghai } from "./demo/load/today";

const STEPS = 15;

/** The steps in their order; each needs what stands above it. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  if (!env.YIGOU_DEMO) throw new Error("NODE_ENV=production: demonstration data need YIGOU_DEMO=1");
  let step = 0;
  const next = (name: string): Progress => progressOf("seed", (step += 1), STEPS, name);
  const shop = await ensureShop(container, next("shop"));
  await loadDivisions(container, next("divisions"));
  await loadRulePacks(container, next("rule packs"));
  const officials = await loadOfficials(container, next("officials"));
  const sellers = await loadCooperatives(container, next("cooperatives"));
  const units = await loadHelpingUnits(container, next("helping units"));
  const households = await loadHouseholds(container, next("households"));
  await loadPairings(container, next("pairings"), { households, units });
  const ids = { households, cooperatives: sellers.ids };
  await loadGoods(container, next("goods"), ids, todayInShanghai());
  await loadClearances(container, next("clearances"), todayInShanghai());
  await loadStories(container, next("stories"));
  await loadAdoptions(container, next("adoptions"), todayInShanghai());
  await loadPickupPoints(container, next("pick-up points"));
  const customers = await loadCustomers(container, next("customers"));
  await loadHonours(container, next("honours"));
  const accounts = { ...customers, ...sellers.accounts, ...officials };
  const { publishable_key, region_id } = shop;
  const out = process.env.YIGOU_DEMO_OUT;
  if (out) {
    const text = JSON.stringify({ publishable_key, region_id, accounts }, null, 2);
    writeFileSync(out, `${text}\n`, { mode: 0o600 });
  }
}
