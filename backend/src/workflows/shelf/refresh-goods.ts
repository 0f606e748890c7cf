/** Renews rows of the shelf from their sources. */
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

import { PAIRING_MODULE, type PairingModuleService } from "../../modules/pairing";
import { dayInShanghai } from "../../modules/rules";
import { SHELF_MODULE, type ShelfService } from "../../modules/shelf";
import { makeRow } from "./make-row";
import { readGoods, type GoodWithTerms } from "../../queries/shelf/good-sources";

interface RefreshInput {
  product_ids: string[];
}

/** Keeps one statement small enough for a catalogue of any size. */
const BATCH = 200;

/** Reads the sources of goods and puts, renews or takes off their rows. Needs no undo: run again, it repairs itself. */
export const refreshGoodsStep = createStep(
  "refresh-goods",
  async ({ product_ids }: RefreshInput, { container }) => {
    const shelf: ShelfService = container.resolve(SHELF_MODULE);
    const pairings: PairingModuleService = container.resolve(PAIRING_MODULE);
    const today = dayInShanghai(new Date());
    const enterprise = (good: GoodWithTerms) =>
      pairings.enterpriseOf(
        good.terms.contributors.map((contributor) => contributor.household_id),
        today,
      );
    const unique = [...new Set(product_ids)];
    for (let start = 0; start < unique.length; start += BATCH) {
      const ids = unique.slice(start, start + BATCH);
      const goods = await readGoods(container, ids);
      const rows = await Promise.all(
        goods.map(async (good) => makeRow(good, await enterprise(good))),
      );
      await shelf.put(rows);
      const there = new Set(rows.map((row) => row.product_id));
      await shelf.drop(ids.filter((id) => !there.has(id)));
    }
    return new StepResponse({ refreshed: unique.length });
  },
);
