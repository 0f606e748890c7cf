import { mayReadOrder } from "../../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../../refuse";
import { readPhoto } from "../../../../../../workflows/photo/read-photo";
import { door } from "../../../../../_door";
import { FileAnswer } from "../../../../../_file-answer";

export const GET = door(
  "GET /store/orders/:id/photos/:photo_id",
  async ({ actor, params, scope, req }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    const { kind, content } = await readPhoto(scope, params.photo_id, { order_id: params.id });
    return new FileAnswer("照片", kind, content);
  },
);
