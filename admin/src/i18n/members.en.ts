/** Words about the people of a cooperative, in English. */
import type { membersZh } from "./members.zh";
import type { Words } from "./shape";

export const membersEn: Words<typeof membersZh> = {
  member: {
    nav: "Members",
    note: "Preparing and approving takes two people: add a bookkeeper first, the manager approves.",
    noteOthers: "A manager adds members.",
    new: "Add a member",
    ok: "Add",
    done: "{{name}} was added; hand the first password over in person",
    name: "Name",
    role: "Role",
    may: "May do",
    you: "you",
    manager: "Manager",
    bookkeeper: "Bookkeeper",
    staff: "Staff",
    may_manager: "Approves settlements, confirms pairs, adds members",
    may_bookkeeper: "Prepares, exports, books vouchers, reconciles",
    may_staff: "Goods and parcels, no money",
    password: "First password",
    passwordHint:
      "At least {{n}} characters; handed over in person, and changed after the first login.",
  },
};
