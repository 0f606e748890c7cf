/** Finds and renews the rows that lag behind their sources: what lost events would have told. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { refreshGoodsStep } from "./refresh-goods";

/** Rows that are missing, that should be gone, or that were read before a source changed. */
const LAGGING = `
  select l.product_id from listing l
  left join product p on p.id = l.product_id and p.deleted_at is null and p.status = 'published'
  left join shelf_good g on g.product_id = l.product_id
  join cooperative c on c.id = l.cooperative_id
  left join lateral (
    select coalesce(sum(n), 0)::int count, coalesce(round(sum(n * place) * 100.0 / nullif(sum(n), 0)), 0)::int mean
      from product_rating r, unnest(r.counts) with ordinality s (n, place) where r.product_id = l.product_id) stars on true
  where (g.product_id is null) = (p.id is not null and c.status = 'approved')
    or greatest(
      p.updated_at, l.updated_at, c.updated_at,
      (select max(t.recorded_at) from supply_terms t where t.product_id = l.product_id),
      (select max(greatest(v.updated_at, v.deleted_at, pr.updated_at, pr.deleted_at, il.updated_at))
        from product_variant v
        left join product_variant_price_set s on s.variant_id = v.id
        left join price pr on pr.price_set_id = s.price_set_id
        left join product_variant_inventory_item i on i.variant_id = v.id
        left join inventory_level il on il.inventory_item_id = i.inventory_item_id
        where v.product_id = l.product_id)
    ) > g.read_at - make_interval(mins => ?)
    or (coalesce((g.card #>> '{rating,count}')::int, 0), coalesce((g.card #>> '{rating,mean_hundredths}')::int, 0))
      <> (stars.count, stars.mean) and g.product_id is not null
  order by l.product_id
`;

const findLaggingStep = createStep(
  "find-lagging",
  async (input: { overlap_min: number }, { container }) => {
    const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
    const found = await pg.raw<{ rows: { product_id: string }[] }>(LAGGING, [input.overlap_min]);
    return new StepResponse({ product_ids: found.rows.map((row) => row.product_id) });
  },
);

/** Renews every row that lags behind. */
export const repairShelfWorkflow = createWorkflow(
  "repair-shelf",
  (input: { overlap_min: number }) => {
    return new WorkflowResponse(refreshGoodsStep(findLaggingStep(input)));
  },
);
