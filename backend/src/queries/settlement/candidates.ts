/** What could answer a row of the bank: lines and vouchers of its amount that have no answer yet. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { candidatesReplySchema } from "../../contract/bank-statement";
import type { Reply } from "../../contract/routes";
import { CANDIDATES } from "../../modules/settlement";
import { refuse } from "../../refuse";
import { LINE, VOUCHER } from "./reconciliation";

const MOST = 50;

/**
 * The candidates, the newest first.
 *
 * @param cooperative_id of the actor
 * @throws refusal `not_found`
 */
export async function candidatesFor(
  scope: MedusaContainer,
  cooperative_id: string,
  row_id: string,
): Promise<Reply<"GET /cooperative/bank-rows/:id/candidates">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const own = await pg.raw<{ rows: unknown[] }>(
    "select 1 from bank_row where id = ? and cooperative_id = ?",
    [row_id, cooperative_id],
  );
  if (own.rows.length === 0) throw refuse("not_found");
  const { rows } = await pg.raw<{ rows: { line: unknown }[] }>(
    `select case when c.line_id is not null then ${LINE} else ${VOUCHER} end as line
       from (${CANDIDATES}) c
       left join settlement_line l on l.id = c.line_id
       left join settlement s on s.id = l.settlement_id
       left join transfer_voucher v on v.id = l.voucher_id
       left join transfer_voucher w on w.id = c.voucher_id
       left join settlement ws on ws.id = w.settlement_id
      order by coalesce(l.changed_at, w.booked_at) desc limit ${MOST}`,
    { cooperative_id, row_id },
  );
  return candidatesReplySchema.parse({ candidates: rows.map((row) => row.line) });
}
