import { userOf } from "../../../../../../queries/complaint/describe";
import { requireOwnComplaint } from "../../../../../../queries/complaint/list-complaints";
import { readPhoto } from "../../../../../../workflows/photo/read-photo";
import { door } from "../../../../../_door";
import { FileAnswer } from "../../../../../_file-answer";

export const GET = door(
  "GET /cooperative/complaints/:id/photos/:photo_id",
  async ({ actor, params, scope }) => {
    await requireOwnComplaint(scope, params.id, actor.cooperative_id);
    const used_by = userOf(params.id);
    const { kind, content } = await readPhoto(scope, params.photo_id, { used_by });
    return new FileAnswer("照片", kind, content);
  },
);
