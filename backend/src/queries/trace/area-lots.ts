/** Lots to which households of an official's area are said to have delivered. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { resolvingRoles, type OfficialRole } from "../../contract/roles";
import type { Query, Reply } from "../../contract/routes";
import { TRACE_MODULE, type TraceModuleService } from "../../modules/trace";
import { refuse } from "../../refuse";

type AreaLot = Reply<"GET /official/lots">["lots"][number];

interface Row extends Omit<AreaLot, "dispute"> {
  id: string;
  division_code: string;
  all: number;
}

const SQL = `
  select lot.id, t.code, lot.code as name, c.name as cooperative, to_char(lot.harvested_on, 'YYYY-MM-DD') as harvested_on,
    array(select p.title from listing l join product p on p.id = l.product_id and p.deleted_at is null
           where l.lot_id = lot.id order by p.title) as titles,
    array_agg(distinct k.alias order by k.alias) as households, sum(k.weight_g)::int as weight_g,
    min(k.division_code) as division_code, (count(*) over ())::int as all
    from lot_contribution k
    join lot on lot.id = k.lot_id
    join lot_trace t on t.lot_id = lot.id
    join cooperative c on c.id = lot.cooperative_id
   where starts_with(k.division_code, ?) and (?::text is null or t.code = ?)
     and (? = 'all' or exists (select 1 from origin_dispute d where d.lot_id = lot.id and d.resolved_at is null))
   group by lot.id, t.code, c.name order by lot.harvested_on desc, lot.id limit ? offset ?`;

/** A page of lots with what stands in dispute. */
export async function areaLots(
  scope: MedusaContainer,
  official: { division_code: string; role: OfficialRole },
  { state, limit, offset }: Query<"GET /official/lots">,
): Promise<Reply<"GET /official/lots">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const prefix = official.division_code;
  const { rows } = await pg.raw<{ rows: Row[] }>(SQL, [prefix, null, null, state, limit, offset]);
  const trace = scope.resolve<TraceModuleService>(TRACE_MODULE);
  const disputes = await trace.disputesOf(rows.map((row) => row.id));
  return {
    lots: rows.map((row) => ({ ...row, dispute: disputes.get(row.id) ?? null })),
    count: rows[0]?.all ?? 0,
    may_resolve: resolvingRoles.includes(official.role),
  };
}

/**
 * The lot of a code, for an official in whose area a household is named behind it.
 *
 * @returns its id, and the village that speaks
 * @throws refusal `not_found`
 */
export async function areaLot(
  scope: MedusaContainer,
  prefix: string,
  code: string,
): Promise<{ lot_id: string; division_code: string }> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Row[] }>(SQL, [prefix, code, code, "all", 1, 0]);
  const [lot] = rows;
  if (!lot) throw refuse("not_found");
  return { lot_id: lot.id, division_code: lot.division_code };
}
