/** A variant as it stands before a clearance: who sells it, at what price, how many are left. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { yuanToFen } from "../../contract/fen";
import { LIVE_VARIANTS } from "../../modules/shelf";

const variantRow = z.object({
  variant_id: z.string(),
  product_id: z.string(),
  cooperative_id: z.string(),
  division_code: z.string(),
  price_fen: z.string().transform((yuan) => yuanToFen(yuan)),
  units: z.int().nullable(),
});

/** A variant as it stands. */
export type OfferedVariant = z.infer<typeof variantRow>;

/** @returns null when it is not for sale by an approved cooperative */
export async function offeredVariant(
  scope: MedusaContainer,
  variant_id: string,
): Promise<OfferedVariant | null> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select v.id variant_id, v.product_id, l.cooperative_id, c.division_code, live.yuan::text price_fen, live.units
     from product_variant v
     join product p on p.id = v.product_id and p.deleted_at is null and p.status = 'published'
     join listing l on l.product_id = p.id
     join cooperative c on c.id = l.cooperative_id and c.status = 'approved', ${LIVE_VARIANTS}
     where v.id = ? and v.deleted_at is null and live.yuan is not null`,
    [variant_id],
  );
  const [row] = rows;
  return row === undefined ? null : variantRow.parse(row);
}
