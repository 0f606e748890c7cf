import { dayInShanghai } from "../../../../../../../contract/day";
import { changeMembers } from "../../../../../../_change-members";
import { door } from "../../../../../../_door";

const ROUTE = "POST /official/households/:id/members/:member_id/correction";

export const POST = door(ROUTE, async (visit) =>
  changeMembers(visit, {
    route: ROUTE,
    today: dayInShanghai(new Date()),
    change: { kind: "corrected", member_id: visit.params.member_id, ...visit.body },
  }),
);
