/** Keeps the photograph of a signed passbook page: written anew without camera data, private, hashed. */
import { createHash } from "node:crypto";

import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { CONFIRMATION_MODULE, type ConfirmationModuleService } from "../../modules/confirmation";

/** A photograph. */
export interface KeepPageInput {
  household_id: string;
  /** In base64. */
  content: string;
  made_by: string;
  /** ISO instant. */
  at: string;
}

const keepPageStep = createStep(
  "keep-page",
  async ({ household_id, content, made_by, at }: KeepPageInput, { container }) => {
    const files = container.resolve(Modules.FILE);
    const file = await files.createFiles({
      filename: "page",
      mimeType: "image/*",
      content,
      access: "private",
    });
    const kept = { container, key: file.id };
    try {
      const page_sha256 = await hashOf(kept);
      const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
      const page_id = await service.keepPage({
        household_id,
        file_key: file.id,
        page_sha256,
        made_by,
        at: new Date(at),
      });
      return new StepResponse({ page_id }, { page_id, key: file.id, at });
    } catch (error) {
      await files.deleteFiles(file.id);
      throw error;
    }
  },
  async (made, { container }) => {
    if (!made) return;
    const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
    await service.discard(made.page_id, new Date(made.at));
    await container.resolve(Modules.FILE).deleteFiles(made.key);
  },
);

/** Of the file as it is kept, so that the evidence can be compared with it. */
async function hashOf({ container, key }: { container: MedusaContainer; key: string }) {
  const bytes = await container.resolve(Modules.FILE).getAsBuffer(key);
  return createHash("sha256").update(bytes).digest("hex");
}

/** Keeps a signed page. */
export const keepPageWorkflow = createWorkflow(
  "keep-page",
  (input: KeepPageInput) => new WorkflowResponse(keepPageStep(input)),
);
