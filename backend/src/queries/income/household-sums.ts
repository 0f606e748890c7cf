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
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select household_id,
            sum(settled_fen + paid_fen + confirmed_fen) as credited_fen,
            sum(expected_fen + earned_fen) as pending_fen,
            max(sold_on)::text as last_credit_on
       from credit_balance
      where household_id = any(?) and credited_fen > 0
      group by household_id`,
    [[...household_ids]],
  );
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ household_id, ...sums }) => [household_id, sums]),
  );
}
