/** A bank's statement of the platform's own account: read as a whole, kept row by row, each once. */
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import {
  INCOMING_MODULE,
  transferReferenceIn,
  type IncomingModuleService,
  type NewArrivals,
} from "../../modules/incoming";
import { hashOf, readStatement } from "../../modules/settlement";
import { readSheet } from "../file/read-sheet";

/** Rows of one file at most. */
const MOST_ROWS = 20_000;

// No undo: what a bank has told stays told.
const storeArrivalsStep = createStep(
  "store-arrivals",
  async (input: NewArrivals, { container }) => {
    const incoming = container.resolve<IncomingModuleService>(INCOMING_MODULE);
    return new StepResponse(await incoming.import(input));
  },
);

const importArrivalsWorkflow = createWorkflow("import-arrivals", (input: NewArrivals) => {
  return new WorkflowResponse(storeArrivalsStep(input));
});

/**
 * Imports a statement; money that went out is left out, and what is known already changes nothing.
 *
 * @param file bytes of a CSV or Excel file
 * @throws refusal `table_unreadable`, `table_too_long`, `statement_layout_unknown`, `statement_row_wrong`
 */
export async function importArrivals(
  container: MedusaContainer,
  file: Buffer,
  { layout, imported_by }: { layout: string | undefined; imported_by: string },
): Promise<{ layout: string; row_count: number; new_rows: number }> {
  const statement = readStatement(await readSheet(file, MOST_ROWS), layout);
  const rows = statement.rows
    .filter(({ in_fen }) => in_fen > 0)
    .map(({ line_no, booked_on, in_fen, serial, remark, payee_masked, content_hash }) => ({
      line_no,
      booked_on,
      in_fen,
      serial,
      remark,
      payer_masked: payee_masked,
      reference: transferReferenceIn(remark ?? ""),
      content_hash,
    }));
  const { result } = await importArrivalsWorkflow(container).run({
    input: {
      file_hash: hashOf(file),
      layout: statement.layout,
      rows,
      imported_by,
      at: new Date().toISOString(),
    },
  });
  return { layout: statement.layout, ...result };
}
