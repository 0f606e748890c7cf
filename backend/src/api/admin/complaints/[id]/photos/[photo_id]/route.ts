import { userOf } from "../../../../../../queries/complaint/describe";
import { readPhoto } from "../../../../../../workflows/photo/read-photo";
import { door } from "../../../../../_door";
import { FileAnswer } from "../../../../../_file-answer";

export const GET = door("GET /admin/complaints/:id/photos/:photo_id", async ({ params, scope }) => {
  const used_by = userOf(params.id);
  const { kind, content } = await readPhoto(scope, params.photo_id, { used_by });
  return new FileAnswer("照片", kind, content);
});
