import { keepVoucherFileWorkflow } from "../../../workflows/settlement/keep-voucher-file";
import { door } from "../../_door";
import { readUpload } from "../../_upload";
import { requireKeeper } from "../_roles";

export const POST = door("POST /cooperative/voucher-files", async ({ actor, scope, req }) => {
  requireKeeper(actor);
  const file = await readUpload(req, "upload_not_voucher");
  const { result } = await keepVoucherFileWorkflow(scope).run({
    input: {
      cooperative_id: actor.cooperative_id,
      content: file.toString("base64"),
      uploaded_by: actor.id,
      at: new Date().toISOString(),
    },
  });
  return result;
});
