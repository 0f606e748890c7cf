import { exportBankFile } from "../../../../../workflows/settlement/export-bank-file";
import { door } from "../../../../_door";
import { FileAnswer } from "../../../../_file-answer";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/settlements/:id/bank-file",
  async ({ actor, params, body, scope }) => {
    requireKeeper(actor);
    const { id, name, role, cooperative_id } = actor;
    const file = await exportBankFile(scope, {
      cooperative_id,
      settlement_id: params.id,
      format: body.format,
      by: { id, name, role },
      at: new Date().toISOString(),
    });
    return new FileAnswer(file.name, body.format, file.content);
  },
);
