/** Entries by the table: every row right, or nothing is changed; the same table again adds nothing. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { refusals } from "../../contract/errors";
import type { RowError } from "../../contract/linkage";
import { entriesOfSheet, LINKAGE_MODULE, type LinkageModuleService } from "../../modules/linkage";
import {
  groundEntries,
  isDraft,
  type EntryProblem,
  type Preparer,
} from "../../queries/linkage/ground-entries";
import { readSheet } from "../file/read-sheet";

/** A table to import. */
export interface ImportEntriesInput {
  who: Preparer;
  /** The file in base64. */
  content: string;
  /** ISO instant. */
  at: string;
}

/** What became of the table. */
export interface Imported {
  added: number;
  known: number;
  amount_fen: number;
  errors: RowError[];
}

/** Errors shown at most; whoever has more mends these first. */
const MOST_ERRORS = 200;

const noIds: string[] = [];

const importEntriesStep = createStep(
  "import-entries",
  async ({ who, content, at }: ImportEntriesInput, { container }) => {
    const rows = await readSheet(Buffer.from(content, "base64"));
    const { entries, errors } = entriesOfSheet(rows);
    const wanted = entries.map(({ alias, row: _row, ...entry }) => ({
      ...entry,
      household: { alias },
    }));
    const grounded = await groundEntries(container, who, wanted, new Date(at));
    const problems = grounded.flatMap((one, i) =>
      isDraft(one) ? [] : [errorOf(entries[i]?.row ?? 0, one)],
    );
    const wrong = [...errors, ...problems].sort((a, b) => a.row - b.row).slice(0, MOST_ERRORS);
    const nothing: Imported = { added: 0, known: 0, amount_fen: 0, errors: wrong };
    if (wrong.length > 0) return new StepResponse(nothing, { ids: noIds, by: who.id });
    const linkage = container.resolve<LinkageModuleService>(LINKAGE_MODULE);
    const added = await linkage.prepare(grounded.filter(isDraft), new Date(at));
    const imported: Imported = {
      added: added.length,
      known: entries.length - added.length,
      amount_fen: added.reduce((sum, entry) => sum + entry.amount_fen, 0),
      errors: [],
    };
    return new StepResponse(imported, { ids: added.map((entry) => entry.id), by: who.id });
  },
  async (made, { container }) => {
    if (!made) return;
    await container.resolve<LinkageModuleService>(LINKAGE_MODULE).discard(made.ids, made.by);
  },
);

function errorOf(row: number, { field, code }: EntryProblem): RowError {
  const [, reason_zh, reason] = refusals[code];
  return { row, field, reason, reason_zh };
}

/** Prepares the entries of a table. */
export const importEntriesWorkflow = createWorkflow(
  "import-entries",
  (input: ImportEntriesInput) => new WorkflowResponse(importEntriesStep(input)),
);
