import { listEntries, readEntry } from "../../../queries/linkage/list-entries";
import { prepareEntryWorkflow } from "../../../workflows/linkage/prepare-entries";
import { door } from "../../_door";
import { requireKeeper } from "../_roles";

export const GET = door("GET /cooperative/entries", async ({ actor, query, scope }) =>
  listEntries(scope, actor, query),
);

export const POST = door("POST /cooperative/entries", async ({ actor, body, scope }) => {
  requireKeeper(actor);
  const { household_id, note, ...entry } = body;
  const { result } = await prepareEntryWorkflow(scope).run({
    input: {
      who: { id: actor.id, cooperative_id: actor.cooperative_id },
      entry: { ...entry, household: { id: household_id }, note: note ?? "" },
      at: new Date().toISOString(),
    },
  });
  return { entry: await readEntry(scope, actor, result.id) };
});
