/** A bank's statement: read as a whole before anything is written, stored in batches, then compared. */
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import {
  hashOf,
  readStatement,
  SETTLEMENT_MODULE,
  type BankRow,
  type SettlementModuleService,
} from "../../modules/settlement";
import { readSheet } from "../file/read-sheet";

/** A statement that was read. */
interface ImportInput {
  cooperative_id: string;
  file_hash: string;
  layout: string;
  rows: BankRow[];
  imported_by: string;
  at: string;
}

/** Rows of one file at most; a month of a large cooperative has some thousands. */
const MOST_ROWS = 50_000;
const BATCH = 1_000;

const storeStatementStep = createStep(
  "store-statement",
  async (input: ImportInput, { container }) => {
    const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
    let head = await settlements.startImport(input);
    // Where an earlier import of the same file was cut off; rows that are known stay as they are.
    for (let at = head.stored_rows; at < input.rows.length; at += BATCH)
      head = await settlements.storeRows(head, input.rows.slice(at, at + BATCH));
    const found = await settlements.match(input.cooperative_id, input.at);
    return new StepResponse({ id: head.id, found });
  },
);

const importStatementWorkflow = createWorkflow("import-statement", (input: ImportInput) => {
  return new WorkflowResponse(storeStatementStep(input));
});

/**
 * Imports a statement; the same file, or the same rows in another, add nothing.
 *
 * @param file bytes of a CSV or Excel file
 * @throws refusal `table_unreadable`, `table_too_long`, `statement_layout_unknown`, `statement_row_wrong`
 */
export async function importStatement(
  container: MedusaContainer,
  file: Buffer,
  {
    layout,
    ...input
  }: { cooperative_id: string; imported_by: string; at: string; layout?: string | undefined },
): Promise<{ id: string; found: { matched: number; proposed: number } }> {
  const sheet = await readSheet(file, MOST_ROWS);
  const statement = readStatement(sheet, layout);
  const file_hash = hashOf(file);
  const { result } = await importStatementWorkflow(container).run({
    input: { ...input, ...statement, file_hash },
  });
  return result;
}
