/** The demonstration's buyer and work unit agree to stand on the list of honour. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { agreeToHonourWorkflow } from "../../../workflows/honour/agree";
import type { Progress } from "./progress";

interface Row {
  customer_id: string;
  work_unit_id: string | null;
}

const WHO = `
  select c.id as customer_id, m.work_unit_id from customer c
    left join work_unit_member m on m.customer_id = c.id and m.role <> 'buyer'
   where c.email = any(?::text[]) and c.has_account and c.deleted_at is null
     and not exists (select 1 from honour_name h where h.subject_id in (c.id, m.work_unit_id))`;

/** Run again it changes nothing. */
export async function loadHonours(container: MedusaContainer, say: Progress): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Row[] }>(WHO, [
    ["buyer@yigou.example", "work-unit@yigou.example"],
  ]);
  for (const { customer_id, work_unit_id } of rows) {
    const body = work_unit_id
      ? { work_unit_id, show_amount: true }
      : { name: "爱吃脐橙的人", show_amount: true };
    await agreeToHonourWorkflow(container).run({ input: { customer_id, body } });
  }
  say(rows.length, rows.length);
}
