/** Words of clearance offers. */
export const clearanceEn = {
  clearance: {
    title: "Clearance for farms",
    lead: "A glut or a week of rain: ripe goods cannot wait. At the clearance price, all but packing, freight and service is credited to the households as ever.",
    tag: "Clearance",
    usual: "usually {{amount}}",
    until: "until {{date}}",
    left_one: "{{count}} left",
    left_other: "{{count}} left",
    reaches: "{{amount}} of each still reaches the households",
    empty: "Nothing is being cleared now",
    empty_text: "When goods do not sell, reason, amount and last day are written here.",
    home_text: "At the clearance price, while they last",
    sold_out:
      "Not enough is left at the clearance price. Take fewer, or reload for the price of now.",
    sold_out_left:
      "Only {{count}} left at the clearance price. Take fewer, or reload for the price of now.",
  },
};
