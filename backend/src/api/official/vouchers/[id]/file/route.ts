import { readVoucherFile } from "../../../../../workflows/settlement/read-voucher-file";
import { door } from "../../../../_door";
import { FileAnswer } from "../../../../_file-answer";

export const GET = door("GET /official/vouchers/:id/file", async ({ actor, params, scope }) => {
  const by = { id: actor.id, name: actor.name, role: "official" as const };
  const file = await readVoucherFile(scope, { division_code: actor.division_code }, params.id, by);
  return new FileAnswer(file.name, file.kind, file.content);
});
