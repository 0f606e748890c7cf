/** What stands on the box and inside it, as PDF. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Reply } from "../../contract/routes";
import { env } from "../../env";
import { labelPdf, slipPdf, type LotSign } from "../../papers/label";
import { refuse } from "../../refuse";

type SellerOrder = Reply<"GET /cooperative/orders/:id">["order"];

interface Row extends Omit<LotSign, "url"> {
  cooperative: string;
}

const SIGN = `
  select t.code, lot.code as lot, to_char(lot.harvested_on, 'YYYY-MM-DD') as harvested_on,
         string_agg(distinct p.title, '、') as title, c.name as cooperative
    from lot_trace t
    join lot on lot.id = t.lot_id
    join cooperative c on c.id = lot.cooperative_id
    join listing l on l.lot_id = lot.id
    join product p on p.id = l.product_id and p.deleted_at is null`;
const GROUP = `group by t.code, lot.id, c.name order by lot.harvested_on, t.code`;

/** Where a code leads. */
function urlOf(code: string): string {
  return `${env.YIGOU_SHOP_URL}/lots/${code}`;
}

/** The label of a lot's boxes. */
export async function lotLabel(scope: MedusaContainer, code: string): Promise<Buffer> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Row[] }>(`${SIGN} where t.code = ? ${GROUP}`, [code]);
  const [row] = rows;
  if (!row) throw refuse("not_found");
  const { cooperative, ...sign } = row;
  return labelPdf({ ...sign, url: urlOf(code) }, cooperative);
}

/** The slip for an order's box: the cooperative's own lines, and the lots that they come from. */
export async function packingSlip(
  scope: MedusaContainer,
  cooperative_id: string,
  order: SellerOrder,
): Promise<Buffer> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Row[] }>(
    `${SIGN} where lot.cooperative_id = ? and exists (
       select 1 from order_line_item li where li.product_id = l.product_id and li.id = any(?::text[])) ${GROUP}`,
    [cooperative_id, order.lines.map((line) => line.id)],
  );
  const { name = "", phone = "", province, city, county, street } = order.shipping_address;
  return slipPdf({
    number: order.display_id.toString(),
    cooperative: rows[0]?.cooperative ?? "",
    receiver: [
      `${name}　${phone}`,
      [province, city, county, street].filter((part) => part !== undefined).join(" "),
    ],
    lines: order.lines.map(({ title, variant_title, quantity }) => ({
      title,
      variant: variant_title,
      quantity,
    })),
    lots: rows.map(({ cooperative: _, ...sign }) => ({ ...sign, url: urlOf(sign.code) })),
  });
}
