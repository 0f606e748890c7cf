/** Steps of changing listed goods. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

import type { BodyInput } from "../../contract/routes";
import { SUPPLY_MODULE, type SupplyService } from "../../modules/supply";
import { isKeptOff } from "../../queries/trace/own-lots";
import { refuse } from "../../refuse";
import { requireSplit } from "./prepare-listings";

/** What a change takes. */
export interface ChangeInput {
  cooperative_id: string;
  product_id: string;
  status?: BodyInput<"POST /cooperative/products/:id">["status"];
  variants?: BodyInput<"POST /cooperative/products/:id">["variants"];
}

interface Level {
  variant_id: string;
  inventory_item_id: string;
  location_id: string;
}

/** Checks that the goods are the cooperative's own and that the new prices can be split. */
export const checkChangeStep = createStep(
  "check-change",
  async (input: ChangeInput, { container }) => {
    const supply: SupplyService = container.resolve(SUPPLY_MODULE);
    const sellers = await supply.sellersOf([input.product_id]);
    if (sellers.get(input.product_id) !== input.cooperative_id) throw refuse("not_found");
    if (input.status === "published" && (await isKeptOff(container, input.product_id))) {
      throw refuse("origin_disputed", { field: "status" });
    }
    const variants = input.variants ?? [];
    const levels = await findLevels(container, input.product_id);
    const [terms] = await supply.termsAt([input.product_id], new Date());
    const prices = variants.flatMap(({ id, price_fen }) =>
      price_fen === undefined ? [] : [{ variant_id: id, price_fen }],
    );
    const stocks = variants.flatMap(({ id, stock }) => {
      const level = levels.get(id);
      if (!level) throw refuse("not_found", { field: "variants" });
      return stock === undefined ? [] : [{ ...level, units: stock }];
    });
    if (!terms) throw refuse("not_found");
    for (const { price_fen } of prices) requireSplit(price_fen, terms);
    return new StepResponse({ prices, stocks });
  },
);

async function findLevels(
  container: MedusaContainer,
  product_id: string,
): Promise<Map<string, Level>> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: Level[] }>(
    `select v.id variant_id, i.inventory_item_id, level.location_id
     from product_variant v
     join product_variant_inventory_item i on i.variant_id = v.id and i.deleted_at is null
     join inventory_level level on level.inventory_item_id = i.inventory_item_id and level.deleted_at is null
     where v.product_id = ? and v.deleted_at is null`,
    [product_id],
  );
  return new Map(found.rows.map((row) => [row.variant_id, row]));
}

/** Units for sale of one stock item at one place. */
interface Stock extends Level {
  units: number;
}

/** Sets how many units are for sale; what is reserved for open orders stays on top of it. */
export const setStockStep = createStep(
  "set-stock",
  async (stocks: Stock[], { container }) => {
    const inventory = container.resolve(Modules.INVENTORY);
    const before = await locked(container, stocks, async () => {
      const levels = await inventory.listInventoryLevels({
        inventory_item_id: stocks.map((stock) => stock.inventory_item_id),
      });
      const old = levels.map(({ inventory_item_id, location_id, stocked_quantity }) => ({
        inventory_item_id,
        location_id,
        stocked_quantity,
      }));
      await inventory.updateInventoryLevels(
        stocks.map(({ inventory_item_id, location_id, units }) => {
          const level = levels.find(
            (one) => one.inventory_item_id === inventory_item_id && one.location_id === location_id,
          );
          return {
            inventory_item_id,
            location_id,
            stocked_quantity: units + (level?.reserved_quantity ?? 0),
          };
        }),
      );
      return old;
    });
    return new StepResponse(undefined, { before });
  },
  async (done, { container }) => {
    if (!done || done.before.length === 0) return;
    const { before } = done;
    const inventory = container.resolve(Modules.INVENTORY);
    await locked(container, before, async () => {
      await inventory.updateInventoryLevels(before);
      return [];
    });
  },
);

/** Runs under the same locks that Medusa takes when it reserves stock. */
async function locked<T>(
  container: MedusaContainer,
  items: { inventory_item_id: string }[],
  work: () => Promise<T[]>,
): Promise<T[]> {
  if (items.length === 0) return [];
  const keys = [...new Set(items.map((item) => item.inventory_item_id))].sort();
  return container.resolve(Modules.LOCKING).execute(keys, work);
}
