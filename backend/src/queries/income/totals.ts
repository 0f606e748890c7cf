/** Public totals: settled or later only, groups under five households hidden. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Reply } from "../../contract/routes";

/** Fewer households than this, and the figure would point at someone. */
const SMALLEST_GROUP = 5;

const row = z.object({
  code: z.string().nullable(),
  name: z.string().nullable(),
  households: z.coerce.number().int(),
  credited_fen: z.coerce.number().int(),
});

/**
 * Totals by county.
 *
 * @param scope container
 */
export async function publicTotals(scope: MedusaContainer): Promise<Reply<"GET /store/totals">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select rpad(left(b.division_code, 6), 12, '0') as code, max(d.name) as name,
            count(distinct b.household_id) as households,
            coalesce(sum(b.settled_fen + b.paid_fen + b.confirmed_fen), 0) as credited_fen
       from credit_balance b
       left join division d on d.code = rpad(left(b.division_code, 6), 12, '0')
      where b.settled_fen + b.paid_fen + b.confirmed_fen > 0
      group by grouping sets ((rpad(left(b.division_code, 6), 12, '0')), ())
      order by 4 desc, 1`,
  );
  const found = z.array(row).parse(rows);
  const whole = found.find((r) => r.code === null);
  const counties = found.filter((r) => r.code !== null);
  const hidden = hiddenCounties(counties);
  const safe = whole !== undefined && whole.households >= SMALLEST_GROUP;
  return {
    households: safe ? whole.households : null,
    credited_fen: safe ? whole.credited_fen : null,
    counties: counties.map((r) => ({
      code: r.code ?? "",
      name: r.name ?? "",
      households: hidden.has(r.code) ? null : r.households,
      credited_fen: hidden.has(r.code) ? null : r.credited_fen,
    })),
  };
}

/**
 * Counties whose figures stay hidden: the small ones, and the next larger ones until what is hidden
 * is itself a group, for otherwise the whole less the visible would tell the small one.
 *
 * @source complementary cell suppression
 */
function hiddenCounties(counties: readonly z.infer<typeof row>[]): Set<string | null> {
  const bySize = [...counties].sort((a, b) => a.households - b.households);
  const hidden = new Set<string | null>();
  let households = 0;
  for (const county of bySize) {
    const small = county.households < SMALLEST_GROUP;
    const exposed = hidden.size > 0 && (households < SMALLEST_GROUP || hidden.size < 2);
    if (!small && !exposed) break;
    hidden.add(county.code);
    households += county.households;
  }
  return hidden;
}
