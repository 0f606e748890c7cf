/** Income that waits for a complaint: what is said about its line may still take it back, so it is not paid out. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { openComplaintStates } from "../../contract/complaint";

const STATES = openComplaintStates.map((state) => `'${state}'`).join(", ");

/**
 * SQL: whether a line is under an open complaint; read along the unique index `complaint_one_open`.
 *
 * @param line an SQL expression of the order line's id
 */
export const underComplaint = (line: string): string =>
  `exists (select 1 from complaint k where k.order_line_id = ${line} and k.state in (${STATES}))`;

const LINES = `
select count(distinct l.id)::int as count from settlement_line l
  join settlement_item i on i.line_id = l.id and i.live
  join income_credit c on c.id = i.credit_id
 where l.settlement_id = ? and l.state = 'pending' and ${underComplaint("c.order_line_id")}`;

/** How many lines of a settlement wait for a complaint that was opened after it was prepared. */
export async function complainedLines(scope: MedusaContainer, id: string): Promise<number> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { count: number }[] }>(LINES, [id]);
  return rows[0]?.count ?? 0;
}
