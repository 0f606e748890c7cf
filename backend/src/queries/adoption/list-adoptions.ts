/** Offers that can be adopted or ordered ahead, as buyers see them. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { adoptionsReplySchema } from "../../contract/adoption";
import type { Reply } from "../../contract/routes";
import { LIVE_VARIANTS } from "../../modules/shelf";
import { ADOPTION } from "./adoption-sql";

/** Every offer whose harvest is not over, the nearest first. */
export async function listAdoptions(
  scope: MedusaContainer,
): Promise<Reply<"GET /store/adoptions">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select jsonb_build_object('good', g.card || jsonb_build_object('in_stock', live.in_stock,
          'favoured', g.favoured),
        'left', coalesce(live.units, 0)) || ${ADOPTION} adoption
     from adoption_offer a
     join shelf_good g on g.product_id = a.product_id
     join product_variant v on v.product_id = a.product_id and v.deleted_at is null, ${LIVE_VARIANTS}
     where a.harvest_to >= (now() at time zone 'Asia/Shanghai')::date and a.harvested_g is null
     order by a.harvest_from, a.created_at, a.product_id limit 60`,
  );
  return adoptionsReplySchema.parse({
    adoptions: rows.map((row) =>
      typeof row === "object" && row !== null && "adoption" in row ? row.adoption : null,
    ),
  });
}
