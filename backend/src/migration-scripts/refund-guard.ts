/**
 * A refund is somebody's decision. When Medusa's cart completion fails after the payment was taken, its
 * undo refunds by itself; here the database refuses that, the money stays visible and is dealt with by
 * completing the order again or by a refund that a person orders.
 */
import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

const statements = [
  `create or replace function yigou_refuse_refund_by_undo() returns trigger language plpgsql as $$
   begin
     if new.note = 'Refunded due to cart completion failure' then
       raise exception 'yigou:refund_by_undo' using errcode = 'check_violation';
     end if;
     return new;
   end $$`,
  `drop trigger if exists yigou_refuse_refund_by_undo on refund`,
  `create trigger yigou_refuse_refund_by_undo before insert on refund
   for each row execute function yigou_refuse_refund_by_undo()`,
];

export default async function refundGuard({ container }: ExecArgs): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  await pg.transaction(async (trx) => {
    for (const statement of statements) await trx.raw(statement);
  });
}
