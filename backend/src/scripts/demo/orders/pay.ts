/** Once a month cooperatives pay their households; a month later households say that it arrived. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { printPassbookWorkflow } from "../../../workflows/confirmation/make-code";
import { payableLines } from "../../../queries/settlement/payable-lines";
import { confirmCreditsWorkflow } from "../../../workflows/income/confirm-credits";
import { bookLinesWorkflow } from "../../../workflows/settlement/book-lines";
import { bookVoucherWorkflow } from "../../../workflows/settlement/book-voucher";
import { prepareSettlementWorkflow } from "../../../workflows/settlement/prepare-settlement";
import { stepSettlementWorkflow } from "../../../workflows/settlement/step-settlement";
import { dayOf } from "../load/today";
import type { Market } from "./market";

/** Every cooperative settles what is payable: the bookkeeper prepares, the manager approves, the bank pays. */
export async function payDay(
  container: MedusaContainer,
  market: Market,
  at_ms: number,
): Promise<void> {
  for (const { id, manager, bookkeeper } of market.cooperatives) {
    if (manager && bookkeeper) await settle(container, { id, manager, bookkeeper }, at_ms);
  }
}

async function settle(
  container: MedusaContainer,
  { id: cooperative_id, manager, bookkeeper }: Required<Market["cooperatives"][number]>,
  at_ms: number,
): Promise<void> {
  const at = new Date(at_ms).toISOString();
  const owed = await payableLines(container, { cooperative_id });
  if (!owed.some((line) => line.left_out === null)) return;
  const { result } = await prepareSettlementWorkflow(container).run({
    input: { cooperative_id, by: bookkeeper, at },
  });
  const step = { cooperative_id, settlement_id: result.id, at };
  await stepSettlementWorkflow(container).run({
    input: { ...step, verb: "submit", by: bookkeeper },
  });
  await stepSettlementWorkflow(container).run({ input: { ...step, verb: "approve", by: manager } });
  const paid_on = dayOf(at_ms);
  const amount_fen = owed
    .filter((line) => line.left_out === null)
    .flatMap((line) => line.credits)
    .reduce((sum, credit) => sum + credit.amount_fen, 0);
  // The bank's number of the voucher: the day and the settlement.
  const reference = `PZ${paid_on.replaceAll("-", "")}-${result.number}`;
  await bookVoucherWorkflow(container).run({
    input: { ...step, amount_fen, bank: "农村商业银行", reference, paid_on, by: bookkeeper },
  });
  await bookLinesWorkflow(container).run({ input: { settlement_id: result.id, limit: 10_000 } });
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
