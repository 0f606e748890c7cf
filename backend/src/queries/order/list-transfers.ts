/** Orders whose bank transfer has not been confirmed, for the operator. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Query, Reply } from "../../contract/routes";
import { orderFacts } from "./order-facts";
import { BANK_TRANSFER } from "./order-states";
import { sumsOf } from "./order-sums";

/** A page of awaited transfers, the newest first. */
export async function listTransfers(
  scope: MedusaContainer,
  { limit, offset }: Query<"GET /admin/transfers">,
): Promise<Reply<"GET /admin/transfers">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { ids: string[]; count: number }[] }>(
    `with awaited as (
       select o.id, o.created_at from payment_session s
       join order_payment_collection opc on opc.payment_collection_id = s.payment_collection_id and opc.deleted_at is null
       join "order" o on o.id = opc.order_id and o.status <> 'canceled' and o.deleted_at is null
       where s.provider_id = '${BANK_TRANSFER}' and s.status = 'pending_authorization' and s.deleted_at is null
     )
     select array(select id from awaited order by created_at desc, id desc limit ? offset ?) ids,
       (select count(*)::int from awaited) count`,
    [limit, offset],
  );
  const { ids, count } = found.rows[0] ?? { ids: [], count: 0 };
  const orders = await orderFacts(scope, ids);
  return {
    transfers: orders.map((order) => ({
      order_id: order.id,
      display_id: order.display_id,
      reference: order.transfer_reference ?? "",
      amount_fen: sumsOf(order).total_fen,
      created_at: order.created_at.toISOString(),
      payer: order.work_unit?.name ?? order.address.name ?? order.email,
    })),
    count,
  };
}
