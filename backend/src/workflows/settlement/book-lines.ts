/**
 * Posts what vouchers pay and what came back, line by line. Each posting is keyed by its line, so that a
 * crash between a posting and the line's state is made good by running it again.
 */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { failpoint } from "../../failpoints";
import { describe } from "../../log";
import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";
import {
  SETTLEMENT_MODULE,
  type Line,
  type SettlementModuleService,
  type Voucher,
} from "../../modules/settlement";
import { RefusalError } from "../../refuse";

/** Which lines, and how many at most. */
export interface BookLinesInput {
  settlement_id?: string;
  limit: number;
}

/** What was posted. */
export interface BookedLines {
  booked: number;
  returned: number;
  amount_fen: number;
}

/** Lines whose state is written at once. */
const BATCH = 50;

interface Open {
  line: Line;
  voucher: Voucher;
}

const bookLinesStep = createStep("book-lines", async (input: BookLinesInput, { container }) => {
  // NOTE: no undo. Postings are append-only and keyed by their line; a retry completes them.
  return new StepResponse(await bookLines(container, input));
});

async function bookLines(
  container: MedusaContainer,
  { settlement_id, limit }: BookLinesInput,
): Promise<BookedLines> {
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  const done: BookedLines = { booked: 0, returned: 0, amount_fen: 0 };
  for (let left = limit; left > 0; left -= BATCH) {
    const open = await settlements.unfinished(Math.min(left, BATCH), settlement_id);
    const outcome = await bookBatch(container, open);
    done.booked += outcome.booked;
    done.returned += outcome.returned;
    done.amount_fen += outcome.amount_fen;
    if (open.length < BATCH || outcome.failed > 0) break;
  }
  return done;
}

async function bookBatch(
  container: MedusaContainer,
  open: readonly Open[],
): Promise<BookedLines & { failed: number }> {
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const outcome = { booked: 0, returned: 0, amount_fen: 0, failed: 0 };
  for (const one of open) {
    try {
      if (one.line.state === "returning") {
        await returnLine(container, one);
        outcome.returned += 1;
        continue;
      }
      const { seq, amount_fen } = await payLine(container, one);
      failpoint("settlement:line-posted");
      const paid = [{ line_id: one.line.id, seq, booked_fen: amount_fen }];
      await settlements.paid(paid, one.voucher.booked_at);
      outcome.booked += 1;
      outcome.amount_fen += amount_fen;
    } catch (error) {
      // One line that cannot be posted must not keep the others from theirs.
      outcome.failed += 1;
      await setAside(container, one, error);
      logger.error(`book-lines: line ${one.line.id} is not posted: ${describe(error)}`);
    }
  }
  return outcome;
}

async function payLine(container: MedusaContainer, { line, voucher }: Open) {
  const { id: line_id, cooperative_id, household_id, settlement_id } = line;
  const { id: voucher_id, bank, reference, paid_on, booked_at } = voucher;
  const where = { cooperative_id, household_id, settlement_id, line_id, voucher_id };
  // Whoever took it instead of the head: the relation alone, no name and no card.
  const taken: Record<string, string> =
    line.recipient_relation === null ? {} : { taken_by: line.recipient_relation };
  return container.resolve<IncomeModuleService>(INCOME_MODULE).payOut({
    key: `pay:${line_id}`,
    holder: line_id,
    items: line.credits,
    at: booked_at,
    facts: { ...where, bank, reference, paid_on, ...taken },
  });
}

async function returnLine(container: MedusaContainer, { line, voucher }: Open): Promise<void> {
  const { id: line_id, cooperative_id, household_id, settlement_id, reason, returned_on } = line;
  const where = { cooperative_id, household_id, settlement_id, line_id, voucher_id: voucher.id };
  const { seq } = await container.resolve<IncomeModuleService>(INCOME_MODULE).bounce({
    key: `bounce:${line_id}`,
    holder: line_id,
    items: line.credits,
    reverses_seq: line.pay_seq ?? 0,
    cause: "transfer_returned",
    at: new Date().toISOString(),
    facts: { ...where, returned_on: returned_on ?? "", reason: reason ?? "" },
  });
  await container.resolve<SettlementModuleService>(SETTLEMENT_MODULE).finishReturn(line_id, seq);
}

/** A posting that the ledger refuses for good does not wait for ever: a person sees it on the line. */
async function setAside(
  container: MedusaContainer,
  { line, voucher }: Open,
  error: unknown,
): Promise<void> {
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  if (!(error instanceof RefusalError)) return;
  if (line.state === "returning") {
    await settlements.dropReturn(line.id);
    return;
  }
  if (error.refusal !== "settlement_changed") return;
  await settlements.setAside(line.id, voucher.booked_at);
  await container.resolve<IncomeModuleService>(INCOME_MODULE).release([line.id]);
}

/** Posts what is open, oldest first; answers how much was done. */
export const bookLinesWorkflow = createWorkflow("book-lines", (input: BookLinesInput) => {
  return new WorkflowResponse(bookLinesStep(input));
});
