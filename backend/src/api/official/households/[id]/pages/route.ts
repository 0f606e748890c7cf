import { keepPageWorkflow } from "../../../../../workflows/confirmation/keep-page";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";
import { readUpload } from "../../../../_upload";

export const POST = door(
  "POST /official/households/:id/pages",
  async ({ actor, params, scope, req }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/pages");
    const page = await readUpload(req, "upload_not_image");
    const { result } = await keepPageWorkflow(scope).run({
      input: {
        household_id: params.id,
        content: page.toString("base64"),
        made_by: actor.id,
        at: new Date().toISOString(),
      },
    });
    return result;
  },
);
