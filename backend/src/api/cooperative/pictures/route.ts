import { keepPictureWorkflow } from "../../../workflows/supply/keep-picture";
import { door } from "../../_door";
import { readUpload } from "../../_upload";
import { requireApproved } from "../_approved";

export const POST = door("POST /cooperative/pictures", async ({ actor, scope, req }) => {
  requireApproved(actor);
  const picture = await readUpload(req, "upload_not_image");
  const { result } = await keepPictureWorkflow(scope).run({
    input: { content: picture.toString("base64") },
  });
  return result;
});
