/** Money that households say they did not get, within an official's area. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { disputeOutcomes } from "../../contract/confirmation";
import type { Query, Reply } from "../../contract/routes";

const fen = z.coerce.number().int();
const row = z.object({
  id: z.string(),
  household_id: z.string(),
  alias: z.string(),
  division_name: z.string(),
  cooperative: z.string(),
  amount_fen: fen,
  credits: z.int(),
  confirmed_fen: fen,
  statement: z.string(),
  opened_at: z.coerce.date(),
  opened_by: z.string(),
  outcome: z.enum(disputeOutcomes).nullable(),
  reason: z.string().nullable(),
  resolved_at: z.coerce.date().nullable(),
  resolved_by: z.string().nullable(),
});

/**
 * A page of disputes, the open ones first, of those the oldest.
 *
 * @param scope container
 * @param prefix division prefix of the official
 */
export async function listDisputes(
  scope: MedusaContainer,
  prefix: string,
  { state, household_id, limit, offset }: Query<"GET /official/disputes">,
): Promise<Omit<Reply<"GET /official/disputes">, "may_resolve">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const state_sql = {
    open: "and d.resolved_at is null",
    resolved: "and d.resolved_at is not null",
  };
  const where = `where starts_with(d.division_code, :prefix) ${state ? state_sql[state] : ""}
    ${household_id ? "and d.household_id = :household_id" : ""}`;
  const values = { prefix, ...(household_id ? { household_id } : {}) };
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select d.id, d.household_id, d.alias, coalesce(v.name, d.division_code) as division_name,
            coalesce((select string_agg(distinct k.name, '、') from credit_balance b join cooperative k on k.id = b.cooperative_id
                       where b.credit_id = any(d.credit_ids)), '') as cooperative, d.amount_fen, cardinality(d.credit_ids) as credits,
            (select coalesce(sum(b.confirmed_fen), 0) from credit_balance b where b.credit_id = any(d.credit_ids)) as confirmed_fen,
            d.statement, d.opened_at, coalesce(o.name, '') as opened_by, d.outcome, d.reason, d.resolved_at,
            r.name as resolved_by
       from confirmation_dispute d
       left join division v on v.code = d.division_code
       left join official o on o.id = d.opened_by
       left join official r on r.id = d.resolved_by
       ${where}
      order by d.resolved_at is not null, case when d.resolved_at is null then d.opened_at end,
               d.resolved_at desc, d.id
      limit :limit offset :offset`,
    { ...values, limit, offset },
  );
  const all = await pg.raw<{ rows: unknown[] }>(
    `select count(*)::int as count from confirmation_dispute d ${where}`,
    values,
  );
  const [count] = z.array(z.object({ count: z.int() })).parse(all.rows);
  const disputes = z
    .array(row)
    .parse(rows)
    .map((one) => ({
      ...one,
      opened_at: one.opened_at.toISOString(),
      resolved_at: one.resolved_at?.toISOString() ?? null,
    }));
  return { disputes, count: count?.count ?? 0 };
}
