/** A second member approves or refuses prepared entries; what is approved is posted to the ledger. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { failpoint } from "../../failpoints";
import { INCOME_MODULE, type EntryMovement, type IncomeModuleService } from "../../modules/income";
import { LINKAGE_MODULE, type Entry, type LinkageModuleService } from "../../modules/linkage";
import { replyOfRefusal } from "../../refuse";

/** A decision. */
export interface DecideEntriesInput {
  cooperative_id: string;
  entry_ids: string[];
  decision: "approve" | "refuse";
  reason: string | null;
  decided_by: string;
  /** ISO instant. */
  at: string;
}

/** What was decided. */
interface DecidedEntries {
  decided: number;
  amount_fen: number;
  movements: EntryMovement[];
}

const decideEntriesStep = createStep(
  "decide-entries",
  async (input: DecideEntriesInput, { container }) => {
    const linkage = container.resolve<LinkageModuleService>(LINKAGE_MODULE);
    const decided = await linkage.decide({
      cooperative_id: input.cooperative_id,
      entry_ids: input.entry_ids,
      state: input.decision === "approve" ? "approved" : "refused",
      reason: input.reason,
      decided_by: input.decided_by,
      at: new Date(input.at),
    });
    const done: DecidedEntries = {
      decided: decided.length,
      amount_fen: decided.reduce((sum, entry) => sum + entry.amount_fen, 0),
      movements: input.decision === "approve" ? decided.map(movementOf) : [],
    };
    // NOTE: no undo. When the ledger does not answer it may have posted all the same: what is approved stays
    // so, and the sweep brings it to the ledger. Only the ledger's own refusal opens the entries again.
    return new StepResponse(done);
  },
);

/**
 * Posts approved entries. NOTE: no undo, postings are keyed by their entry and a retry changes nothing.
 *
 * @throws refusal `entry_paid`; nothing is posted then, and the entries wait for a decision again
 */
const postEntriesStep = createStep(
  "post-entries",
  async (movements: EntryMovement[], { container }) => {
    const linkage = container.resolve<LinkageModuleService>(LINKAGE_MODULE);
    const ids = movements.map((movement) => movement.id);
    try {
      await container.resolve<IncomeModuleService>(INCOME_MODULE).enter(movements);
    } catch (error) {
      if (replyOfRefusal(error)) await linkage.reopen(ids);
      throw error;
    }
    failpoint("decide-entries:entered");
    await linkage.markPosted(ids, new Date());
    return new StepResponse({ posted: ids.length });
  },
);

/** An approved entry as the ledger takes it. */
export function movementOf(entry: Entry): EntryMovement {
  return {
    kind: entry.reverses_id === null ? "entry" : "entry_reversal",
    id: entry.id,
    entry_id: entry.reverses_id ?? entry.id,
    cooperative_id: entry.cooperative_id,
    household_id: entry.household_id,
    alias: entry.alias,
    division_code: entry.division_code,
    linkage: entry.linkage,
    category: entry.category,
    countable: entry.countable,
    period: entry.period,
    amount_fen: entry.amount_fen,
    cause: entry.reverses_id === null ? entry.linkage : "correction",
    prepared_by: entry.prepared_by,
    approved_by: entry.decided_by ?? "",
    approved_at: (entry.decided_at ?? entry.prepared_at).toISOString(),
  };
}

/** Decides over prepared entries, all of them or none, and posts what was approved. */
export const decideEntriesWorkflow = createWorkflow(
  "decide-entries",
  (input: DecideEntriesInput) => {
    const decided = decideEntriesStep(input);
    when({ decided }, (data) => data.decided.movements.length > 0).then(() => {
      postEntriesStep(transform({ decided }, (data) => data.decided.movements));
    });
    return new WorkflowResponse(decided);
  },
);
