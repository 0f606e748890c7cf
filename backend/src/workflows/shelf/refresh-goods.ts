/** Renews rows of the shelf from their sources. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

import { PAIRING_MODULE, type PairingModuleService } from "../../modules/pairing";
import { dayInShanghai } from "../../modules/rules";
import { SHELF_MODULE, type ShelfService } from "../../modules/shelf";
import { favouredAmong } from "../../queries/shelf/favoured";
import { readGoods, type GoodWithTerms } from "../../queries/shelf/good-sources";
import { followIndex } from "./follow-index";
import { makeRow, wordsOf } from "./make-row";

interface RefreshInput {
  product_ids: string[];
}

/** Keeps one statement small enough for a catalogue of any size. */
const BATCH = 200;

/** Reads the sources of goods and puts, renews or takes off their rows. Needs no undo: run again, it repairs itself. */
export const refreshGoodsStep = createStep(
  "refresh-goods",
  async ({ product_ids }: RefreshInput, { container }) =>
    new StepResponse(await refreshGoods(container, product_ids)),
);

/** The same within a step of another workflow. @returns how many goods were looked at */
export async function refreshGoods(
  container: MedusaContainer,
  product_ids: readonly string[],
): Promise<{ refreshed: number }> {
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
    const favoured = await favouredAmong(container, goods, today);
    const rows = await Promise.all(
      goods.map(async (good) =>
        makeRow(good, await enterprise(good), favoured.has(good.source.product_id)),
      ),
    );
    await shelf.put(rows, new Map(goods.flatMap((good) => [...wordsOf(good)])));
    const there = new Set(rows.map((row) => row.product_id));
    await shelf.drop(ids.filter((id) => !there.has(id)));
  }
  await followIndex(container);
  return { refreshed: unique.length };
}
