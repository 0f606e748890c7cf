/** What households were credited so far: for lists of files. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Fen } from "../../contract/fen";

/** Sums of one household. */
export interface HouseholdSums {
  /** Settled or later, reversals taken off. */
  credited_fen: Fen;
  /** Expected or earned. */
  pending_fen: Fen;
  /** Day of the newest sale that was credited, Asia/Shanghai. */
  last_credit_on: string | null;
}

const row = z.object({
  household_id: z.string(),
  credited_fen: z.coerce.number().int(),
  pending_fen: z.coerce.number().int(),
  last_credit_on: z.string().nullable(),
});

// One row a household and place, and what is not rolled up yet: of one instant, since of one statement.
const SQL = `
select household_id, sum(settled_fen + paid_fen + confirmed_fen) as credited_fen,
       sum(expected_fen + earned_fen) as pending_fen, cast(max(newest_on) as text) as last_credit_on
  from (
    select household_id, credits, expected_fen, earned_fen, settled_fen, paid_fen, confirmed_fen, newest_on
      from income_rollup_household where household_id = any(:ids)
    union all
    select household_id, cast(fresh as int), expected_fen, earned_fen, settled_fen, paid_fen, confirmed_fen,
           case when fresh then sold_on end
      from income_tail() where household_id = any(:ids)
  ) x
 group by household_id having sum(credits) > 0`;

/**
 * Sums by household; a household without credits is not in the map.
 *
 * @param scope container
 * @param household_ids households whose files the caller may see
 */
export async function householdSums(
  scope: MedusaContainer,
  household_ids: readonly string[],
): Promise<Map<string, HouseholdSums>> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(SQL, { ids: [...household_ids] });
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ household_id, ...sums }) => [household_id, sums]),
  );
}
