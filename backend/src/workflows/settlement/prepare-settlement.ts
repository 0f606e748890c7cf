/** Prepares a settlement of what is payable now; nobody is paid by it yet. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import {
  SETTLEMENT_MODULE,
  type Person,
  type SettlementModuleService,
} from "../../modules/settlement";
import { dayInShanghai } from "../../modules/rules";
import { readCooperative } from "../../queries/cooperative/read-cooperative";
import { payableLines } from "../../queries/settlement/payable-lines";
import { refuse } from "../../refuse";

/** What is to be settled. */
export interface PrepareSettlementInput {
  cooperative_id: string;
  /** Days on which credits became payable; all until today when not given. */
  from?: string | undefined;
  to?: string | undefined;
  household_ids?: string[] | undefined;
  /** Whose account it goes to; where nothing is said, the recipient's who is in force today, if there is one. */
  recipients?: { household_id: string; recipient_id: string | null }[] | undefined;
  by: Person;
  /** ISO instant. */
  at: string;
}

/** Lines of one settlement at most: a bank's file and a page of a screen stay of a size. */
const MOST_LINES = 5_000;

const prepareSettlementStep = createStep(
  "prepare-settlement",
  async (input: PrepareSettlementInput, { container }) => {
    const { cooperative_id, from, household_ids, recipients, by, at } = input;
    const to = input.to ?? dayInShanghai(new Date(at));
    const { division_code } = await readCooperative(container, cooperative_id);
    const lines = await payableLines(container, {
      ...{ cooperative_id, from, to, household_ids, recipients },
      inForce: true,
    });
    if (lines.length > MOST_LINES) throw refuse("settlement_too_large", { lines: lines.length });
    const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
    const draft = {
      cooperative_id,
      division_code,
      from_on: from ?? null,
      to_on: to,
      lines,
      by,
      at,
    };
    // NOTE: no undo. A draft that nobody wants is canceled by a person, and that is written down.
    return new StepResponse(await settlements.prepare(draft));
  },
);

/** Prepares a settlement; answers its id and number. */
export const prepareSettlementWorkflow = createWorkflow(
  "prepare-settlement",
  (input: PrepareSettlementInput) => new WorkflowResponse(prepareSettlementStep(input)),
);
