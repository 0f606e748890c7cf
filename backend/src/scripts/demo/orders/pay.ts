/** Once a month cooperatives pay their households; a month later households say that it arrived. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { payables } from "../../../queries/income/payables";
import { printPassbookWorkflow } from "../../../workflows/confirmation/make-code";
import { confirmCreditsWorkflow } from "../../../workflows/income/confirm-credits";
import { payHouseholdWorkflow } from "../../../workflows/income/pay-household";
import { dayOf } from "../load/today";
import type { Market } from "./market";

/** Every cooperative pays what is settled. */
export async function payDay(
  container: MedusaContainer,
  market: Market,
  at_ms: number,
): Promise<void> {
  const paid_on = dayOf(at_ms);
  for (const cooperative of market.cooperatives) {
    const owed = await payables(container, cooperative.id);
    for (const { household_id, settled_fen } of owed.payables) {
      if (settled_fen <= 0) continue;
      await payHouseholdWorkflow(container).run({
        input: {
          cooperative_id: cooperative.id,
          household_id,
          amount_fen: settled_fen,
          bank: "农村商业银行",
          // Names the transfer: month, household and amount.
          reference: `PZ${paid_on.replaceAll("-", "")}-${household_id.slice(-8)}-${String(settled_fen)}`,
          paid_on,
          at: new Date(at_ms).toISOString(),
        },
      });
    }
  }
}

interface Paid {
  household_id: string;
  county: string;
}

/** Households confirm what stands as paid by the code of their printed page; the county's official witnesses it. */
export async function confirmDay(
  container: MedusaContainer,
  market: Market,
  at_ms: number,
): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Paid[] }>(
    `select household_id, left(max(division_code), 6) as county from credit_balance where paid_fen > 0 group by household_id order by household_id`,
  );
  const at = new Date(at_ms).toISOString();
  for (const { household_id, county } of rows) {
    const official_id = market.officials.get(county);
    if (!official_id) continue;
    const printed = await printPassbookWorkflow(container).run({
      input: { household_id, made_by: official_id, at },
    });
    const proof = {
      method: "passbook_code" as const,
      code: printed.result.code.replace("-", ""),
    };
    await confirmCreditsWorkflow(container).run({
      input: { household_id, proof, official_id, at },
    });
  }
}
