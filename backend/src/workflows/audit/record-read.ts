/** Logs that an official read a household's file; runs before the file is shown. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { AUDIT_MODULE, type AuditModuleService, type FileRead } from "../../modules/audit";

const recordReadStep = createStep("record-read", async (read: FileRead, { container }) => {
  await container.resolve<AuditModuleService>(AUDIT_MODULE).record(read);
  // NOTE: no undo. A read that was announced stays in the log even if the reply then fails.
  return new StepResponse({ ok: true });
});

/** Logs a read of a household's file. */
export const recordReadWorkflow = createWorkflow("record-read", (input: FileRead) => {
  return new WorkflowResponse(recordReadStep(input));
});
