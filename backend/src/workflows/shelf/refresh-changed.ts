/** Renews the goods behind changes that events tell of: each event names a different kind of thing. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { LIVE_VARIANTS } from "../../modules/shelf";
import { refreshGoods } from "./refresh-goods";

/** Ids of what changed, by kind. */
export interface ChangedThings {
  products: string[];
  variants: string[];
  prices: string[];
  levels: string[];
}

// NOTE: a purchase changes its goods' stock, the shelf knows only whether there is any: so of levels those count whose
// goods have come or gone.
const SQL = `
  with counted as (
    select distinct v.product_id from inventory_level l
    join product_variant_inventory_item i on i.inventory_item_id = l.inventory_item_id and i.deleted_at is null
    join product_variant v on v.id = i.variant_id where l.id = any(?))
  select c.product_id from counted c left join shelf_good g on g.product_id = c.product_id,
    lateral (select bool_or(live.in_stock) there from product_variant v, ${LIVE_VARIANTS}
      where v.product_id = c.product_id and v.deleted_at is null and live.yuan is not null) now
   where g.product_id is null or g.in_stock is distinct from now.there
  union select product_id from listing where product_id = any(?)
  union select v.product_id from product_variant v where v.id = any(?)
  union select v.product_id from product_variant v
    join product_variant_price_set s on s.variant_id = v.id
    join price p on p.price_set_id = s.price_set_id where p.id = any(?)`;

// Needs no undo: run again, it repairs itself.
const refreshChangedStep = createStep(
  "refresh-changed",
  async ({ levels, products, variants, prices }: ChangedThings, { container }) => {
    const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
    const found = await pg.raw<{ rows: { product_id: string }[] }>(SQL, [
      levels,
      products,
      variants,
      prices,
    ]);
    const ids = found.rows.map((row) => row.product_id);
    return new StepResponse(ids.length > 0 ? await refreshGoods(container, ids) : { refreshed: 0 });
  },
);

/** Renews the rows behind changed products, variants, prices and stock levels. */
export const refreshChangedWorkflow = createWorkflow(
  "refresh-changed",
  (changed: ChangedThings) => new WorkflowResponse(refreshChangedStep(changed)),
);
