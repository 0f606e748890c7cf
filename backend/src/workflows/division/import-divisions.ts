/** Imports divisions in bulk; running it again with the same rows changes nothing. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import {
  DIVISION_MODULE,
  levelOf,
  type DivisionModuleService,
  type DivisionRow,
} from "../../modules/division";
import { refuse } from "../../refuse";

/** The divisions to import; each parent is in the import or already there. */
export interface ImportDivisionsInput {
  divisions: DivisionRow[];
}

const importDivisionsStep = createStep(
  "import-divisions",
  async ({ divisions }: ImportDivisionsInput, { container }) => {
    const odd = divisions.find((row) => levelOf(row.code) !== row.level);
    if (odd) throw refuse("division_unknown", { field: "level", division_code: odd.code });
    const service = container.resolve<DivisionModuleService>(DIVISION_MODULE);
    await refuseOrphans(divisions, service);
    const change = await service.importDivisions(divisions);
    return new StepResponse(
      { created: change.created.length, replaced: change.replaced.length },
      change,
    );
  },
  async (change, { container }) => {
    if (!change) return;
    await container.resolve<DivisionModuleService>(DIVISION_MODULE).undoImport(change);
  },
);

async function refuseOrphans(
  divisions: DivisionRow[],
  service: DivisionModuleService,
): Promise<void> {
  const imported = new Set(divisions.map((row) => row.code));
  const outside = divisions.flatMap(({ parent_code }) =>
    parent_code === null || imported.has(parent_code) ? [] : [parent_code],
  );
  const known = await service.byCodes(outside);
  const missing = outside.find((code) => !known.has(code));
  if (missing !== undefined)
    throw refuse("division_unknown", { field: "parent_code", division_code: missing });
}

/** Imports divisions in bulk. */
export const importDivisionsWorkflow = createWorkflow(
  "import-divisions",
  (input: ImportDivisionsInput) => {
    return new WorkflowResponse(importDivisionsStep(input));
  },
);
