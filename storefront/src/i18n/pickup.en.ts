/** Words of pick-up points. */
export const pickupEn = {
  pickup: {
    choose: "How you receive it",
    address: "Sent to my address",
    at: "Fetched at a pick-up point",
    none: "Choose a pick-up point",
    hint: "With a pick-up point only name and phone are needed; you fetch it with a code.",
    kind_township: "township",
    kind_village: "village",
    kind_city: "town",
    option: "{{county}} {{name}} · {{street}} · {{hours}}",
    title: "Fetch it at the pick-up point",
    code: "Code",
    state_on_the_way: "on its way",
    state_waiting: "ready",
    state_handed_over: "fetched",
    code_hint:
      "Tell it when you fetch the goods; it works once. Then the households' income counts as received.",
    keeper: "Pick-up point",
    keeper_text: "Ask for the code, and hand the goods over when it fits.",
    keeper_code: "Code of 8 digits",
    keeper_ok: "Check and hand over",
    keeper_done: "Order #{{number}} was handed over",
    keeper_line: "{{title}} {{variant}} × {{count}}",
  },
};
