/** A cooperative records a test report of its own lot. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { LotReport } from "../../contract/lot";
import { TRACE_MODULE, type TraceModuleService } from "../../modules/trace";

interface AddReportInput {
  lot_id: string;
  report: LotReport;
  recorded_by: string;
}

const addReportStep = createStep(
  "add-report",
  async ({ lot_id, report, recorded_by }: AddReportInput, { container }) => {
    const trace = container.resolve<TraceModuleService>(TRACE_MODULE);
    const id = await trace.addReport(lot_id, report, recorded_by);
    return new StepResponse({ ok: true as const }, id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<TraceModuleService>(TRACE_MODULE).removeReport(id);
  },
);

/** Records a test report. */
export const addReportWorkflow = createWorkflow("add-report", (input: AddReportInput) => {
  return new WorkflowResponse(addReportStep(input));
});
