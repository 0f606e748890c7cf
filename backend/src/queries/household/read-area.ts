/** An area at a glance: how many households of which type, and who has had no credit for long. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { z } from "zod";

import type { Query, Reply } from "../../contract/routes";
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { dayInShanghai, labelOf, RULES_MODULE, type RulesModuleService } from "../../modules/rules";
import { narrowScope } from "../division/narrow-scope";

const DAY_MS = 86_400_000;

const TYPES = `
select h.type, count(*)::int as households, min(h.division_code) as division_code
  from household h where h.withdrawn_at is null and starts_with(h.division_code, :prefix)
 group by h.type order by 2 desc, 1`;

// The newest credit of each household: rolled up, or in what is not rolled up yet.
const QUIET = `
with late as materialized (select household_id, max(sold_on) as newest_on from income_tail() where fresh group by 1),
quiet as materialized (
  select h.id, h.code, h.division_code, greatest(r.newest_on, l.newest_on) as newest_on
    from household h
    left join lateral (select max(newest_on) as newest_on from income_rollup_household i where i.household_id = h.id) r on true
    left join late l on l.household_id = h.id
   where h.withdrawn_at is null and starts_with(h.division_code, :prefix)
     and coalesce(greatest(r.newest_on, l.newest_on) < cast(:since as date), true)
)
select (select count(*) from quiet) as count, (select count(*) from quiet where newest_on is null) as never,
       coalesce((select json_agg(x) from (
         select q.id, q.division_code, cast(q.newest_on as text) as last_credit_on, coalesce(m.name, '') as head_name
           from quiet q
           left join household_member m on m.household_id = q.id and m.relation = 'head' and m.left_on is null
          order by q.newest_on nulls first, q.code limit :limit offset :offset) x), '[]') as households`;

const whole = z.coerce.number().int();
const typesRow = z.object({ type: z.string(), households: whole, division_code: z.string() });
const quietRow = z.object({
  count: whole,
  never: whole,
  households: z.array(
    z.object({
      id: z.string(),
      division_code: z.string(),
      last_credit_on: z.string().nullable(),
      head_name: z.string(),
    }),
  ),
});

/**
 * Reads an area within an official's prefix.
 *
 * @param container scope of the request
 * @param own the official's prefix
 * @param query as the contract parses it
 * @param now decides since when a household counts as quiet
 * @throws refusal `not_found` when the asked division lies outside the own prefix
 */
export async function readArea(
  container: MedusaContainer,
  own: string,
  { division_code, quiet_days, limit, offset }: Query<"GET /official/area">,
  now: Date,
): Promise<Reply<"GET /official/area">> {
  const prefix = narrowScope(own, division_code);
  const since = dayInShanghai(new Date(now.getTime() - quiet_days * DAY_MS));
  const household = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const [types, [quiet]] = await household.withScope(prefix, async (trx) => {
    const byType = await trx.raw<{ rows: unknown[] }>(TYPES, { prefix });
    const found = await trx.raw<{ rows: unknown[] }>(QUIET, { prefix, since, limit, offset });
    return [z.array(typesRow).parse(byType.rows), z.array(quietRow).parse(found.rows)] as const;
  });
  const codes = types.map((row) => row.division_code);
  const places = quiet?.households.map((row) => row.division_code) ?? [];
  const [packs, names] = await Promise.all([
    container.resolve<RulesModuleService>(RULES_MODULE).packsFor(codes, dayInShanghai(now)),
    container.resolve<DivisionModuleService>(DIVISION_MODULE).namesOf(places),
  ]);
  return {
    households: types.reduce((all, row) => all + row.households, 0),
    types: types.map(({ type, households, division_code: code }) => ({
      type,
      households,
      label: labelOf(packs.get(code)?.content.household_types ?? [], type),
    })),
    quiet: {
      since,
      count: quiet?.count ?? 0,
      never: quiet?.never ?? 0,
      households: (quiet?.households ?? []).map(({ division_code: code, ...row }) => ({
        ...row,
        division_name: names.get(code) ?? code,
      })),
    },
  };
}
