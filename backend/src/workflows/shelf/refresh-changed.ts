/** Renews the goods behind changes that events tell of: each event names a different kind of thing. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { refreshGoodsStep } from "./refresh-goods";

/** Ids of what changed, by kind. */
export interface ChangedThings {
  products: string[];
  variants: string[];
  prices: string[];
  levels: string[];
}

const findProductsStep = createStep(
  "find-products",
  async (changed: ChangedThings, { container }) => {
    const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
    const found = await pg.raw<{ rows: { product_id: string }[] }>(
      `select product_id from listing where product_id = any(?)
     union select v.product_id from product_variant v where v.id = any(?)
     union select v.product_id from product_variant v
       join product_variant_price_set s on s.variant_id = v.id
       join price p on p.price_set_id = s.price_set_id where p.id = any(?)
     union select v.product_id from product_variant v
       join product_variant_inventory_item i on i.variant_id = v.id
       join inventory_level l on l.inventory_item_id = i.inventory_item_id where l.id = any(?)`,
      [changed.products, changed.variants, changed.prices, changed.levels],
    );
    return new StepResponse({ product_ids: found.rows.map((row) => row.product_id) });
  },
);

/** Renews the rows behind changed products, variants, prices and stock levels. */
export const refreshChangedWorkflow = createWorkflow(
  "refresh-changed",
  (changed: ChangedThings) => {
    return new WorkflowResponse(refreshGoodsStep(findProductsStep(changed)));
  },
);
