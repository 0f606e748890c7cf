/** The paper behind a transfer: a photograph written anew, or a PDF; private either way. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows";
import { z } from "zod";

import {
  hashOf,
  SETTLEMENT_MODULE,
  voucherKind,
  type SettlementModuleService,
} from "../../modules/settlement";
import { refuse } from "../../refuse";

/** The file and whose it is. */
export interface KeepVoucherFileInput {
  cooperative_id: string;
  /** Base64. */
  content: string;
  uploaded_by: string;
  /** ISO instant. */
  at: string;
}

const checkVoucherFileStep = createStep(
  "check-voucher-file",
  async (input: KeepVoucherFileInput) => {
    const kind = voucherKind(Buffer.from(input.content, "base64"));
    return new StepResponse({ mimeType: kind === "pdf" ? "application/pdf" : "image/*", kind });
  },
);

interface Kept extends KeepVoucherFileInput {
  file_key: string;
}

const kindSchema = z.enum(["jpg", "png", "webp", "pdf"]);

const keepVoucherFileStep = createStep("keep-voucher-file", async (input: Kept, { container }) => {
  const kind = kindSchema.safeParse(input.file_key.split(".").at(-1)).data;
  if (!kind) throw refuse("upload_not_voucher");
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  const sha256 = hashOf(Buffer.from(input.content, "base64"));
  const { content: _content, ...file } = input;
  const file_id = await settlements.keepFile({ ...file, kind, sha256 });
  return new StepResponse({ file_id, kind });
});

/** Keeps the file of a voucher; answers the id by which a voucher names it. */
export const keepVoucherFileWorkflow = createWorkflow(
  "keep-voucher-file",
  (input: KeepVoucherFileInput) => {
    const checked = checkVoucherFileStep(input);
    const files = uploadFilesWorkflow.runAsStep({
      input: transform({ input, checked }, (data) => ({
        files: [
          {
            filename: data.checked.kind === "pdf" ? "voucher.pdf" : "voucher",
            mimeType: data.checked.mimeType,
            content: data.input.content,
            access: "private" as const,
          },
        ],
      })),
    });
    const kept = transform({ input, files }, (data) => ({
      ...data.input,
      file_key: data.files[0]?.id ?? "",
    }));
    return new WorkflowResponse(keepVoucherFileStep(kept));
  },
);
