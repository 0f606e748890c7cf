import { dayInShanghai } from "../../../../../contract/day";
import { listMembers } from "../../../../../queries/household/list-members";
import { recordReadWorkflow } from "../../../../../workflows/audit/record-read";
import { changeMembers } from "../../../../_change-members";
import { door } from "../../../../_door";

const READ = "GET /official/households/:id/members";
const JOIN = "POST /official/households/:id/members";

export const GET = door(READ, async ({ actor, params, scope }) => {
  const found = await listMembers(scope, actor, params.id);
  await recordReadWorkflow(scope).run({
    input: { official_id: actor.id, household_id: params.id, route: READ },
  });
  return found;
});

export const POST = door(JOIN, async (visit) =>
  changeMembers(visit, {
    route: JOIN,
    today: dayInShanghai(new Date()),
    change: { kind: "joined", ...visit.body },
  }),
);
