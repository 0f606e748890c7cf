/** Whether a household has confirmed something that a line paid. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/** Whether some credit of the line holds less as paid than the line paid: the rest is confirmed. */
export async function confirmedLine(scope: MedusaContainer, line_id: string): Promise<boolean> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select 1 from settlement_line l
       join settlement_item i on i.line_id = l.id
       join credit_balance b on b.credit_id = i.credit_id
      where l.id = ? and l.state = 'paid' and b.paid_fen < i.amount_fen limit 1`,
    [line_id],
  );
  return rows.length > 0;
}
