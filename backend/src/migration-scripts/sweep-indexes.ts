/**
 * Indexes by which the sweeps read Medusa's own tables: they come round every few seconds and look at the last
 * hours or days alone, however many orders there are.
 */
import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

const indexes = [
  `create index if not exists yigou_sweep_order on "order" (created_at) where status = 'pending' and deleted_at is null`,
  `create index if not exists yigou_sweep_canceled on "order" (canceled_at) where status = 'canceled'`,
  `create index if not exists yigou_sweep_order_item on order_item (updated_at)`,
  `create index if not exists yigou_sweep_reservation on reservation_item (greatest(updated_at, deleted_at))`,
  `create index if not exists yigou_sweep_line on reservation_item (line_item_id)`,
  `create index if not exists yigou_sweep_order_cart on order_cart (created_at) where deleted_at is null`,
  `create index if not exists yigou_sweep_collection on order_payment_collection (created_at) where deleted_at is null`,
  `create index if not exists yigou_sweep_paid on payment (captured_at) where deleted_at is null`,
  `create index if not exists yigou_sweep_capture on capture (created_at) where deleted_at is null`,
  `create index if not exists yigou_sweep_refund on refund (created_at) where deleted_at is null`,
  `create index if not exists yigou_sweep_packed on order_change_action (created_at) where action = 'FULFILL_ITEM'`,
  `create index if not exists yigou_sweep_parcel on order_fulfillment (created_at) where deleted_at is null`,
];

export default async function sweepIndexes({ container }: ExecArgs): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  for (const index of indexes) await pg.raw(index);
}
