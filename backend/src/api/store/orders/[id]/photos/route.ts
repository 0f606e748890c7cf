import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../refuse";
import { keepPhotoWorkflow } from "../../../../../workflows/photo/keep-photo";
import { door } from "../../../../_door";
import { PHOTO_BYTES, readUpload } from "../../../../_upload";

export const POST = door("POST /store/orders/:id/photos", async ({ actor, params, scope, req }) => {
  if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
  const picture = await readUpload(req, "upload_not_image", PHOTO_BYTES);
  const { result } = await keepPhotoWorkflow(scope).run({
    input: { order_id: params.id, content: picture.toString("base64") },
  });
  return { photo: result };
});
