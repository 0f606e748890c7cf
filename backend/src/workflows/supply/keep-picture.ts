/** A picture of goods into the public folder, written anew so that no camera data survives. */
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows";

/**
 * Keeps a picture through Medusa's file module, whose provider decodes and re-encodes it and refuses what
 * is no JPEG, PNG or WebP.
 */
export const keepPictureWorkflow = createWorkflow("keep-picture", (input: { content: string }) => {
  const files = uploadFilesWorkflow.runAsStep({
    input: transform({ input }, (data) => ({
      // The kind is a claim: the provider goes by the bytes.
      files: [
        {
          filename: "picture",
          mimeType: "image/*",
          content: data.input.content,
          access: "public" as const,
        },
      ],
    })),
  });
  return new WorkflowResponse(transform({ files }, (data) => ({ url: data.files[0]?.url ?? "" })));
});
