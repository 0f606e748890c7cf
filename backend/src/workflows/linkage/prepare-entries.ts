/** One member prepares an entry, or what takes an entry back; another decides over it. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { LINKAGE_MODULE, type LinkageModuleService } from "../../modules/linkage";
import {
  groundEntries,
  isDraft,
  type Preparer,
  type WantedEntry,
} from "../../queries/linkage/ground-entries";
import { refuse } from "../../refuse";

/** An entry to prepare. */
export interface PrepareEntryInput {
  who: Preparer;
  entry: WantedEntry;
  /** ISO instant. */
  at: string;
}

const prepareEntryStep = createStep(
  "prepare-entry",
  async ({ who, entry, at }: PrepareEntryInput, { container }) => {
    const [grounded] = await groundEntries(container, who, [entry], new Date(at));
    if (!grounded || !isDraft(grounded)) {
      const field = grounded?.field === "household" ? "household_id" : (grounded?.field ?? "");
      throw refuse(grounded?.code ?? "invalid_input", { field });
    }
    const linkage = container.resolve<LinkageModuleService>(LINKAGE_MODULE);
    const [prepared] = await linkage.prepare([grounded], new Date(at));
    if (!prepared) throw refuse("entry_exists", { field: "note" });
    return new StepResponse({ id: prepared.id }, { id: prepared.id, by: who.id });
  },
  async (made, { container }) => {
    if (!made) return;
    await container.resolve<LinkageModuleService>(LINKAGE_MODULE).discard([made.id], made.by);
  },
);

/** Prepares one entry. */
export const prepareEntryWorkflow = createWorkflow(
  "prepare-entry",
  (input: PrepareEntryInput) => new WorkflowResponse(prepareEntryStep(input)),
);

/** Which entry is to be taken back. */
export interface PrepareReversalInput {
  who: Preparer;
  entry_id: string;
  reason: string;
}

const prepareReversalStep = createStep(
  "prepare-reversal",
  async ({ who, entry_id, reason }: PrepareReversalInput, { container }) => {
    const linkage = container.resolve<LinkageModuleService>(LINKAGE_MODULE);
    const made = await linkage.prepareReversal(who.cooperative_id, entry_id, {
      reason,
      prepared_by: who.id,
    });
    return new StepResponse({ id: made.id }, { id: made.id, by: who.id });
  },
  async (made, { container }) => {
    if (!made) return;
    await container.resolve<LinkageModuleService>(LINKAGE_MODULE).discard([made.id], made.by);
  },
);

/** Prepares taking an approved entry back. */
export const prepareReversalWorkflow = createWorkflow(
  "prepare-reversal",
  (input: PrepareReversalInput) => new WorkflowResponse(prepareReversalStep(input)),
);
