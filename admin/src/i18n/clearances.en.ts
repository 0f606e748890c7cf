/** Words of clearance offers, in English. */
import type { clearancesZh } from "./clearances.zh";
import type { Words } from "./shape";

export const clearancesEn: Words<typeof clearancesZh> = {
  clearances: {
    nav: "Clearance",
    note: "Goods that do not sell go at a clearance price until a day or until they are gone. Below {{percent}} of the usual price somebody else must approve; what a cadre proposes for a household, the cooperative approves.",
    new: "Open a clearance",
    none: "No clearance yet",
    noneHint: "When goods do not sell, name price, units, reason and last day.",
    goods: "Goods",
    price: "Clearance price (yuan)",
    priceNow: "¥{{amount}} now; below ¥{{floor}} somebody else approves",
    quantity: "Units",
    stock: "{{n}} for sale",
    reason: "Reason",
    reasonHint: "Shown on the goods' page, such as: a week of rain, ripening too fast",
    lastOn: "Last day",
    ok: "Open",
    propose: "Propose to the cooperative",
    done: "The clearance is open",
    proposed: "Proposed; somebody else approves",
    sold: "Sold",
    soldOf: "{{sold}} / {{quantity}}",
    usual: "usually ¥{{amount}}",
    state: "State",
    states: { proposed: "waits", open: "open", ended: "ended", refused: "not taken up" },
    why: { sold_out: "sold out", day_over: "day over", withdrawn: "withdrawn" },
    byOfficial: "proposed by a cadre",
    belowFloor: "below the floor",
    approve: "Approve",
    refuse: "Do not take up",
    end: "Withdraw",
    stepped: "Done",
    waitsOther: "Somebody else must approve",
    household: "Unsold goods: propose a clearance",
    householdHint:
      "When this household's goods do not sell, propose a price for it; the cooperative decides.",
    householdNone: "No goods of this household are for sale",
  },
};
