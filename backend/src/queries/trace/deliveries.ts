/** Deliveries into lots by village, and whether a village may be named beside them. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { SMALLEST_GROUP } from "../income/suppression";

const row = z.object({
  lot_id: z.string(),
  product_id: z.string(),
  division_code: z.string(),
  household_ids: z.array(z.string()),
  weight_g: z.coerce.number().int(),
  agreed: z.boolean(),
});

/** What the households of one village delivered into one lot. */
export interface Delivery extends Omit<z.infer<typeof row>, "agreed"> {
  /**
   * Whether the village may be named: five households delivered, or all who did agreed. Otherwise the
   * weight beside a village would tell which alias, named with its share elsewhere, lives there.
   */
  isOpen: boolean;
}

const SQL = `
  select c.lot_id, l.product_id, c.division_code, array_agg(distinct c.household_id order by c.household_id) as household_ids,
         sum(c.weight_g) as weight_g, bool_and(agreed.id is not null) as agreed
    from lot_contribution c
    join listing l on l.lot_id = c.lot_id
    left join household_consent agreed on agreed.household_id = c.household_id and agreed.purpose = 'village'
      and agreed.withdrawn_at is null and agreed.given_on <= :on and agreed.expires_on >= :on
   where `;

/**
 * Deliveries into lots, of a village, or of a cooperative's lots.
 *
 * @param of which ones
 * @param on YYYY-MM-DD in Asia/Shanghai
 */
export async function deliveriesOf(
  scope: MedusaContainer,
  of: { lot_ids: readonly string[] } | { village: string } | { cooperative_id: string },
  on: string,
): Promise<Delivery[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const [where, values] =
    "lot_ids" in of
      ? ["c.lot_id = any(:ids)", { ids: [...of.lot_ids] }]
      : "village" in of
        ? ["c.division_code = :village", { village: of.village }]
        : ["l.cooperative_id = :cooperative_id", { cooperative_id: of.cooperative_id }];
  const found = await pg.raw<{ rows: unknown[] }>(
    `${SQL} ${where} group by 1, 2, 3 order by weight_g desc, c.lot_id, c.division_code`,
    { ...values, on },
  );
  return z
    .array(row)
    .parse(found.rows)
    .map(({ agreed, ...delivery }) => ({
      ...delivery,
      isOpen: agreed || delivery.household_ids.length >= SMALLEST_GROUP,
    }));
}
