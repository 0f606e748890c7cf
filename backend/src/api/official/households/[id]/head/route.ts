import { dayInShanghai } from "../../../../../contract/day";
import { changeMembers } from "../../../../_change-members";
import { door } from "../../../../_door";

const ROUTE = "POST /official/households/:id/head";

export const POST = door(ROUTE, async (visit) =>
  changeMembers(visit, {
    route: ROUTE,
    today: dayInShanghai(new Date()),
    change: { kind: "head", ...visit.body },
  }),
);
