import { importEntriesWorkflow } from "../../../../workflows/linkage/import-entries";
import { door } from "../../../_door";
import { readUpload } from "../../../_upload";
import { requireKeeper } from "../../_roles";

export const POST = door("POST /cooperative/entries/import", async ({ actor, scope, req }) => {
  requireKeeper(actor);
  const table = await readUpload(req, "table_unreadable");
  const { result } = await importEntriesWorkflow(scope).run({
    input: {
      who: { id: actor.id, cooperative_id: actor.cooperative_id },
      content: table.toString("base64"),
      at: new Date().toISOString(),
    },
  });
  return result;
});
