/** A capture or refund is booked in its order once, whoever books it: its own flow, or the sweep after a crash. */
import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

export default async function bookedOnce({ container }: ExecArgs): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  await pg.raw(
    `create unique index if not exists yigou_booked_once on order_transaction (order_id, reference, reference_id)
     where reference in ('capture', 'refund') and reference_id is not null and deleted_at is null`,
  );
}
