/** Which goods the rule of their place favours: those of households that have had no income for long. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { RULES_MODULE, type RulesModuleService } from "../../modules/rules";
import type { GoodWithTerms } from "./good-sources";

const DAY_MS = 86_400_000;
/** A label on the goods of one household would tell what this household earns. */
const FEWEST_HOUSEHOLDS = 2;

/** The last credit of each household, as far as it is rolled up: a few seconds ago. */
const NEWEST = `
  select household_id, to_char(max(newest_on), 'YYYY-MM-DD') newest_on
  from income_rollup_household where household_id = any(?) group by 1`;

/**
 * Finds the favoured among goods.
 *
 * @param today YYYY-MM-DD in Asia/Shanghai
 * @returns ids of products
 */
export async function favouredAmong(
  container: MedusaContainer,
  goods: readonly GoodWithTerms[],
  today: string,
): Promise<Set<string>> {
  const rules = container.resolve<RulesModuleService>(RULES_MODULE);
  const placeOf = (good: GoodWithTerms) => good.source.county_code.padEnd(12, "0");
  const packs = await rules.packsFor([...new Set(goods.map(placeOf))], today);
  const ruled = goods.flatMap((good) => {
    const days = packs.get(placeOf(good))?.content.favour_quiet_days;
    return days === undefined ? [] : [{ good, since: dayBefore(today, days) }];
  });
  if (ruled.length === 0) return new Set();
  const newest = await newestOf(
    container,
    ruled.map(({ good }) => good),
  );
  const favoured = ruled.filter(({ good, since }) => isFavoured(householdsOf(good), since, newest));
  return new Set(favoured.map(({ good }) => good.source.product_id));
}

/** The same rule over the whole shelf; what it says of a good is compared with the good's row. */
const CHANGED = `
  with ruled as (select * from unnest(?::text[], ?::date[]) r (county, since)),
  behind as (
    select distinct on (g.product_id) g.product_id, g.favoured, t.contributors, r.since
    from shelf_good g left join ruled r on r.county = g.county_code
    join supply_terms t on t.product_id = g.product_id
    where r.county is not null or g.favoured
    order by g.product_id, t.effective_at desc, t.id desc
  )
  select b.product_id from behind b, lateral (
    select count(distinct c.household_id) households,
      count(distinct c.household_id) filter (where coalesce(n.newest_on < b.since, true)) quiet
    from jsonb_to_recordset(b.contributors) c (household_id text), lateral (
      select max(newest_on) newest_on from income_rollup_household i where i.household_id = c.household_id
    ) n
  ) h
  where b.favoured <> (b.since is not null and h.households >= ${FEWEST_HOUSEHOLDS} and h.quiet * 2 > h.households)`;

/** Goods on the shelf whose row says otherwise than the rule. */
export async function favourChanged(container: MedusaContainer, today: string): Promise<string[]> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const rules = container.resolve<RulesModuleService>(RULES_MODULE);
  const { rows } = await pg.raw<{ rows: { county_code: string }[] }>(
    "select distinct county_code from shelf_good",
  );
  const packs = await rules.packsFor(
    rows.map((row) => row.county_code.padEnd(12, "0")),
    today,
  );
  const ruled = rows.flatMap(({ county_code: county }) => {
    const days = packs.get(county.padEnd(12, "0"))?.content.favour_quiet_days;
    return days === undefined ? [] : [{ county, since: dayBefore(today, days) }];
  });
  const found = await pg.raw<{ rows: { product_id: string }[] }>(CHANGED, [
    ruled.map((one) => one.county),
    ruled.map((one) => one.since),
  ]);
  return found.rows.map((row) => row.product_id);
}

/**
 * Whether goods are favoured.
 *
 * @param households behind the goods
 * @param since YYYY-MM-DD; a household is quiet when its last credit is older, or there was none
 * @param newest the day of the last credit of each household that had one
 */
export function isFavoured(
  households: readonly string[],
  since: string,
  newest: ReadonlyMap<string, string>,
): boolean {
  const quiet = households.filter((id) => (newest.get(id) ?? "") < since);
  return households.length >= FEWEST_HOUSEHOLDS && quiet.length * 2 > households.length;
}

function householdsOf(good: GoodWithTerms): string[] {
  return [...new Set(good.terms.contributors.map((one) => one.household_id))];
}

async function newestOf(container: MedusaContainer, goods: readonly GoodWithTerms[]) {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const ids = [...new Set(goods.flatMap(householdsOf))];
  const { rows } = await pg.raw<{ rows: { household_id: string; newest_on: string | null }[] }>(
    NEWEST,
    [ids],
  );
  return new Map(
    rows.flatMap((row) => (row.newest_on ? [[row.household_id, row.newest_on] as const] : [])),
  );
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}
