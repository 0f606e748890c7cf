import { keepPictureWorkflow } from "../../../workflows/supply/keep-picture";
import { door } from "../../_door";
import { requireApproved } from "../_approved";
import { readPicture } from "./_read-picture";

export const POST = door("POST /cooperative/pictures", async ({ actor, scope, req }) => {
  requireApproved(actor);
  const picture = await readPicture(req);
  const { result } = await keepPictureWorkflow(scope).run({
    input: { content: picture.toString("base64") },
  });
  return result;
});
