import { listStatements, readStatementHead } from "../../../queries/settlement/list-statements";
import { importStatement } from "../../../workflows/settlement/import-statement";
import { door } from "../../_door";
import { readUpload } from "../../_upload";
import { requireKeeper } from "../_roles";

export const GET = door("GET /cooperative/bank-statements", async ({ actor, query, scope }) =>
  listStatements(scope, actor.cooperative_id, query),
);

export const POST = door(
  "POST /cooperative/bank-statements",
  async ({ actor, query, scope, req }) => {
    requireKeeper(actor);
    const file = await readUpload(req, "table_unreadable");
    const { id, found } = await importStatement(scope, file, {
      cooperative_id: actor.cooperative_id,
      imported_by: actor.id,
      at: new Date().toISOString(),
      layout: query.layout,
    });
    return { statement: await readStatementHead(scope, actor.cooperative_id, id), found };
  },
);
