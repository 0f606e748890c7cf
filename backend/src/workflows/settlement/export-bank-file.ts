/** The file for the bank: made and sent, never kept. It is logged before anything is decrypted. */
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { AUDIT_MODULE, type AuditModuleService } from "../../modules/audit";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { dayInShanghai } from "../../modules/rules";
import {
  bankCsv,
  bankSheet,
  SETTLEMENT_MODULE,
  type BankFile,
  type Line,
  type Person,
  type SettlementModuleService,
} from "../../modules/settlement";
import { readCooperative } from "../../queries/cooperative/read-cooperative";
import { refuseExpired } from "../../queries/settlement/expired-recipients";
import { complainedLines } from "../../queries/settlement/under-complaint";
import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";
import { refuse } from "../../refuse";
import { holdLines } from "./hold-lines";

/** Which settlement, in which format, for whom. */
export interface ExportBankFileInput {
  cooperative_id: string;
  settlement_id: string;
  by: Person;
  /** ISO instant. */
  at: string;
}

const ROUTE = "POST /cooperative/settlements/:id/bank-file";

const exportBankFileStep = createStep(
  "export-bank-file",
  async (input: ExportBankFileInput, { container }) => {
    const { cooperative_id, settlement_id, by } = input;
    const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
    const head = await settlements.head(cooperative_id, settlement_id);
    if (head.status !== "approved" && head.status !== "exported")
      throw refuse("state_conflict", { status: head.status });
    const lines = await settlements.pending(settlement_id);
    if (lines.length === 0) throw refuse("nothing_payable");
    await refuseExpired(container, settlement_id, dayInShanghai(new Date(input.at)));
    const isSent = head.status === "exported";
    // What the bank has already is not asked again. Looked at before anything is held, and again behind the hold: a
    // complaint that comes in between finds its income held and gives it free.
    if (!isSent) await refuseComplained(container, settlement_id);
    await holdLines(container, lines, isSent);
    if (!isSent) await refuseComplained(container, settlement_id, lines);
    const audit = container.resolve<AuditModuleService>(AUDIT_MODULE);
    const households = lines.map((line) => line.household_id);
    await audit.recordAll(by.id, households, ROUTE);
    await settlements.exported(input);
    return new StepResponse({ number: head.number });
  },
);

/** @param held the lines that were held for it and are let go when it is refused */
async function refuseComplained(
  container: MedusaContainer,
  settlement_id: string,
  held: readonly Line[] = [],
): Promise<void> {
  const lines = await complainedLines(container, settlement_id);
  if (lines === 0) return;
  const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
  if (held.length > 0) await income.release(held.map((line) => line.id));
  throw refuse("settlement_under_complaint", { lines });
}

/** Holds the lines and writes down who takes the file; the file itself is made afterwards. */
const exportBankFileWorkflow = createWorkflow(
  "export-bank-file",
  (input: ExportBankFileInput) => new WorkflowResponse(exportBankFileStep(input)),
);

/**
 * Makes the file of everything in a settlement that waits for payment.
 *
 * NOTE: full names and cards stand in it. It is no result of a workflow, so that no engine keeps it.
 *
 * @throws refusal `not_found`, `state_conflict`, `nothing_payable`, `settlement_changed`, `settlement_under_complaint`
 */
export async function exportBankFile(
  container: MedusaContainer,
  { format, ...input }: ExportBankFileInput & { format: "csv" | "xlsx" },
): Promise<{ name: string; content: Buffer }> {
  const { result } = await exportBankFileWorkflow(container).run({ input });
  const { name } = await readCooperative(container, input.cooperative_id);
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  const lines = await settlements.pending(input.settlement_id);
  const day = dayInShanghai(new Date(input.at));
  const watermark = `${name} ${result.number} ${input.by.name} ${day} 仅供银行转账`;
  const file = { lines: await transfersOf(container, lines, day), watermark };
  const content = format === "csv" ? bankCsv(file) : await bankSheet(file);
  return { name: `${result.number}-转账`, content };
}

async function transfersOf(
  container: MedusaContainer,
  lines: readonly Line[],
  day: string,
): Promise<BankFile["lines"]> {
  const register = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const payees = await register.fullPayees(lines);
  const others = await register.fullRecipients(
    lines.flatMap((line) => line.recipient_id ?? []),
    day,
  );
  return lines.map((line, at) => {
    const { amount_fen, reference } = line;
    if (line.recipient_id !== null) {
      const other = others.get(line.recipient_id);
      if (other?.household_id !== line.household_id)
        throw refuse("recipient_expired", { reference });
      return { payee: other.name, card: other.card, bank: other.bank_name, amount_fen, reference };
    }
    const payee = payees[at];
    // The card is the one of the settlement. Its owner has left since then: the bank must not get half a line.
    if (!payee) throw refuse("settlement_changed", { reference });
    const { head_name, card, bank_name } = payee;
    return { payee: head_name, card, bank: bank_name ?? "", amount_fen, reference };
  });
}
