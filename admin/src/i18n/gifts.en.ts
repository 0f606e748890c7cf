/** Words of gifts with a box for each recipient, in English. */
import type { giftsZh } from "./gifts.zh";
import type { Words } from "./shape";

export const giftsEn: Words<typeof giftsZh> = {
  gifts: {
    title: "Gift recipients ({{n}})",
    note: "A box for each, shipped and delivered by itself. Slips carry no prices.",
    person: "Recipient",
    goods: "In the box",
    state: "State",
    states: {
      to_ship: "to ship",
      shipped: "shipped",
      delivered: "delivered",
      canceled: "cancelled",
    },
    ship: "Ship this box",
    shipTitle: "Ship to {{name}}",
    deliver: "Delivered",
    slips: "Print the slips",
    card: "Card: {{text}}",
    from: "From {{name}}",
    hidden: "Shown once it is paid",
    line: "{{title}} {{variant}} × {{n}}",
  },
};
