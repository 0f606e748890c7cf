import { lotLabel } from "../../../../../queries/trace/labels";
import { ownLot } from "../../../../../queries/trace/own-lots";
import { door } from "../../../../_door";
import { FileAnswer } from "../../../../_file-answer";

export const GET = door("GET /cooperative/lots/:id/label", async ({ actor, params, scope }) => {
  const lot = await ownLot(scope, actor.cooperative_id, params.id);
  return new FileAnswer(`箱贴-${lot.name}`, "pdf", await lotLabel(scope, lot.code));
});
