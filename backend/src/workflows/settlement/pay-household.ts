/** A cooperative pays one household everything that is free: a settlement of one line, prepared and booked at once. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { Fen } from "../../contract/fen";
import { failpoint } from "../../failpoints";
import { AUDIT_MODULE, type AuditModuleService } from "../../modules/audit";
import { dayInShanghai } from "../../modules/rules";
import {
  SETTLEMENT_MODULE,
  takesTwo,
  type Person,
  type SettlementModuleService,
} from "../../modules/settlement";
import { readCooperative } from "../../queries/cooperative/read-cooperative";
import { approvalRule } from "../../queries/settlement/approval-rule";
import { findSettlement } from "../../queries/settlement/list-settlements";
import { payableLines } from "../../queries/settlement/payable-lines";
import { refuse } from "../../refuse";
import { bookLinesWorkflow } from "./book-lines";

/** A transfer to a household. */
export interface PayHouseholdInput {
  cooperative_id: string;
  household_id: string;
  /** Who took the money instead of the head; must have been in force on `paid_on`. */
  recipient_id?: string | undefined;
  /** Must equal what is payable. */
  amount_fen: Fen;
  bank: string;
  reference: string;
  paid_on: string;
  by: Person;
  /** ISO instant of the entry. */
  at: string;
}

const ROUTE = "POST /cooperative/payables/pay";

const payAtOnceStep = createStep("pay-at-once", async (input: PayHouseholdInput, { container }) => {
  const { cooperative_id, household_id, amount_fen, bank, reference, paid_on, by, at } = input;
  const { recipient_id } = input;
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  const voucher = { amount_fen, bank, reference, paid_on };
  const known = await settlements.knownPayment(cooperative_id, household_id, voucher);
  if (known) return new StepResponse(known);
  const recipients = recipient_id === undefined ? [] : [{ household_id, recipient_id }];
  const lines = await payableLines(container, {
    ...{ cooperative_id, household_ids: [household_id], recipients, on: paid_on },
  });
  const credits = lines.flatMap((line) => line.credits);
  const due_fen = credits.reduce((sum, credit) => sum + credit.amount_fen, 0);
  if (due_fen !== amount_fen) throw refuse("amount_differs", { field: "amount_fen", due_fen });
  const { division_code } = await readCooperative(container, cooperative_id);
  const rule = await approvalRule(container, division_code, new Date(at));
  if (takesTwo(amount_fen, rule)) throw refuse("two_people_needed");
  const to_on = dayInShanghai(new Date(at));
  // Paid over the counter or by a transfer made already: the file of a bank is not needed for it.
  const paid = lines.map((line) => ({ ...line, left_out: null }));
  const draft = { cooperative_id, division_code, from_on: null, to_on, lines: paid, by, at };
  const settlement_id = await settlements.atOnce(draft, voucher);
  if (recipient_id !== undefined) {
    const audit = container.resolve<AuditModuleService>(AUDIT_MODULE);
    await audit.recordAll(by.id, [household_id], `${ROUTE} to ${recipient_id}`);
  }
  failpoint("settlement:voucher-written");
  return new StepResponse({ settlement_id, amount_fen, credits: credits.length });
});

const confirmPaidStep = createStep(
  "confirm-paid",
  async (paid: { cooperative_id: string; settlement_id: string }, { container }) => {
    const { cooperative_id, settlement_id } = paid;
    const { by_state } = (await findSettlement(container, { cooperative_id }, settlement_id)) ?? {};
    // A refund came between the reading and the posting: the household was owed less.
    if ((by_state?.failed.lines ?? 0) > 0) throw refuse("settlement_changed");
    return new StepResponse({ ok: true });
  },
);

/** Books a transfer of everything that is payable to one household. */
export const payHouseholdWorkflow = createWorkflow("pay-household", (input: PayHouseholdInput) => {
  const paid = payAtOnceStep(input);
  bookLinesWorkflow.runAsStep({
    input: transform({ paid }, (data) => ({
      settlement_id: data.paid.settlement_id,
      limit: 10,
    })),
  });
  confirmPaidStep(
    transform({ input, paid }, (data) => ({
      cooperative_id: data.input.cooperative_id,
      settlement_id: data.paid.settlement_id,
    })),
  );
  return new WorkflowResponse(
    transform({ paid }, ({ paid: { amount_fen, credits } }) => ({ amount_fen, moved: credits })),
  );
});
