/** What a cooperative owes each household, by state. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";
import { underComplaint } from "../settlement/under-complaint";

const fen = z.coerce.number().int();
const row = z.object({
  household_id: z.string(),
  alias: z.string(),
  division_name: z.string(),
  expected_fen: fen,
  earned_fen: fen,
  settled_fen: fen,
  in_settlement_fen: fen,
  under_complaint_fen: fen,
  paid_fen: fen,
  confirmed_fen: fen,
});

/**
 * Reads a cooperative's debts to households; aliases only, its own sales only.
 *
 * @param scope container
 * @param cooperative_id the cooperative that asks
 */
export async function payables(
  scope: MedusaContainer,
  cooperative_id: string,
): Promise<Reply<"GET /cooperative/payables">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select b.household_id, max(c.alias) as alias, coalesce(max(t.name), '') as division_name,
            sum(b.expected_fen) as expected_fen, sum(b.earned_fen) as earned_fen, sum(b.settled_fen) as settled_fen,
            coalesce(sum(i.amount_fen), 0) as in_settlement_fen,
            coalesce(sum(b.settled_fen) filter (where b.settled_fen > 0 and i.credit_id is null and ${underComplaint("c.order_line_id")}), 0) as under_complaint_fen,
            sum(b.paid_fen) as paid_fen, sum(b.confirmed_fen) as confirmed_fen
       from credit_balance b
       join income_credit c on c.id = b.credit_id
       left join settlement_item i on i.credit_id = b.credit_id and i.live
       left join division t on t.code = rpad(left(b.division_code, 9), 12, '0')
      where b.cooperative_id = ? and b.credited_fen > 0
      group by b.household_id
      order by sum(b.settled_fen) desc, b.household_id
      limit 2000`,
    [cooperative_id],
  );
  const found = z.array(row).parse(rows);
  const total = (of: (r: z.infer<typeof row>) => number) =>
    found.reduce((sum, r) => sum + of(r), 0);
  return {
    payables: found,
    total: {
      expected_fen: total((r) => r.expected_fen),
      earned_fen: total((r) => r.earned_fen),
      settled_fen: total((r) => r.settled_fen),
      paid_fen: total((r) => r.paid_fen),
      confirmed_fen: total((r) => r.confirmed_fen),
    },
  };
}
