/** A complaint is refunded once, whoever tries it: the database refuses the second refund that names it. */
import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

export default async function complaintRefundOnce({ container }: ExecArgs): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  await pg.raw(
    `create unique index if not exists yigou_complaint_refund_once on refund (note)
     where created_by = 'complaint' and deleted_at is null`,
  );
}
