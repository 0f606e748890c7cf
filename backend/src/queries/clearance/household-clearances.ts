/** The goods that a household stands behind, for a cadre who reports that they do not sell. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { yuanToFen } from "../../contract/fen";
import type { Reply } from "../../contract/routes";
import { CLEARANCE_MODULE, type ClearanceModuleService } from "../../modules/clearance";
import { LIVE_VARIANTS } from "../../modules/shelf";
import { described } from "./own-clearances";

const goodRow = z.object({
  variant_id: z.string(),
  title: z.string(),
  variant_title: z.string(),
  cooperative: z.string(),
  price_fen: z.string().transform((yuan) => yuanToFen(yuan)),
  stock: z
    .int()
    .nullable()
    .transform((units) => units ?? 0),
});

/**
 * @param household_id in the official's area, checked by the caller
 * @param reader the official
 */
export async function householdClearances(
  scope: MedusaContainer,
  household_id: string,
  reader: { id: string },
): Promise<Reply<"GET /official/households/:id/clearances">> {
  const clearance = scope.resolve<ClearanceModuleService>(CLEARANCE_MODULE);
  const [goods, offers] = await Promise.all([
    goodsOf(scope, household_id),
    clearance.listFor(household_id),
  ]);
  return { goods, clearances: await described(scope, offers, reader) };
}

async function goodsOf(scope: MedusaContainer, household_id: string) {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select v.id variant_id, p.title, v.title variant_title, co.name cooperative,
       live.yuan::text price_fen, live.units stock
     from lot_contribution lc
     join listing l on l.lot_id = lc.lot_id
     join product p on p.id = l.product_id and p.deleted_at is null and p.status = 'published'
     join cooperative co on co.id = l.cooperative_id and co.status = 'approved'
     join product_variant v on v.product_id = p.id and v.deleted_at is null, ${LIVE_VARIANTS}
     where lc.household_id = ? and live.yuan is not null and coalesce(live.units, 0) > 0
       and not exists (select 1 from clearance_offer o where o.variant_id = v.id and o.state in ('proposed', 'open'))
     order by p.title, v.variant_rank, v.id limit 100`,
    [household_id],
  );
  return z.array(goodRow).parse(rows);
}

/** Whether a household stands behind a variant's goods. */
export async function isBehind(
  scope: MedusaContainer,
  household_id: string,
  variant_id: string,
): Promise<boolean> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select 1 from product_variant v join listing l on l.product_id = v.product_id
     join lot_contribution lc on lc.lot_id = l.lot_id where v.id = ? and lc.household_id = ?`,
    [variant_id, household_id],
  );
  return rows.length > 0;
}
