/** Who bears what the households behind an order's lines were already paid, by the rules in force. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Bearer, RefundCause } from "../../modules/income";
import {
  dayInShanghai,
  paidRefundBorneBy,
  RULES_MODULE,
  type RulesModuleService,
} from "../../modules/rules";

const soldRow = z.object({
  order_line_id: z.string(),
  cooperative_id: z.string(),
  division_code: z.string(),
});

/**
 * Reads the bearers of an order's lines: the rule of the place whose households stand behind the line.
 *
 * @param order_id the order
 * @param cause why money or goods go back
 * @param at when; the pack in force on that day decides
 * @returns one for each of Medusa's lines that households stand behind
 */
export async function bearersOf(
  scope: MedusaContainer,
  order_id: string,
  cause: RefundCause,
  at: Date,
): Promise<Bearer[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select distinct on (1) regexp_replace(order_line_id, '-v[0-9]+$', '') as order_line_id, cooperative_id,
            terms->'contributors'->0->>'division_code' as division_code
       from sale_line where order_id = ? and cooperative_id is not null order by 1, order_line_id`,
    [order_id],
  );
  const sold = z.array(soldRow).parse(rows);
  const rules = scope.resolve<RulesModuleService>(RULES_MODULE);
  const packs = await rules.packsFor(
    sold.map((one) => one.division_code),
    dayInShanghai(at),
  );
  return sold.map(({ division_code, ...line }) => {
    const pack = packs.get(division_code);
    const borne_by = pack ? paidRefundBorneBy(pack.content, cause) : "loss_pool";
    return { ...line, borne_by, rule_pack_id: pack?.id ?? null };
  });
}
