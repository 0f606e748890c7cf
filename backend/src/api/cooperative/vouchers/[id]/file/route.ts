import { readVoucherFile } from "../../../../../workflows/settlement/read-voucher-file";
import { door } from "../../../../_door";
import { FileAnswer } from "../../../../_file-answer";

export const GET = door("GET /cooperative/vouchers/:id/file", async ({ actor, params, scope }) => {
  const { id, name, role, cooperative_id } = actor;
  const file = await readVoucherFile(scope, { cooperative_id }, params.id, { id, name, role });
  return new FileAnswer(file.name, file.kind, file.content);
});
