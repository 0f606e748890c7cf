/** Words of saved cards. */
export const cardEn = {
  card: {
    tab: "Cards",
    empty: "No saved cards yet",
    empty_text: "Tick “Save this card” when you pay by card; once it has paid, it is listed here.",
    name: "{{brand}} ending in {{last4}}",
    until: "Valid until {{month}}/{{year}}",
    expired: "Expired ({{month}}/{{year}})",
    remove: "Remove",
    remove_of: "Remove {{brand}} ending in {{last4}}",
    where:
      "The full number is with Stripe alone; this shop never sees it. Your bank may still ask you to confirm a payment.",
    choose: "Which card",
    another: "Another card, Alipay or WeChat Pay",
    save: "Save this card for next time",
    save_hint:
      "Kept by Stripe once it has paid; remove it at any time under “My account · Cards”. Bank cards only.",
    gone: "This card cannot be used any more. Please choose another one or another way to pay.",
    no_script: "Without scripts in your browser, a card whose bank asks you to confirm cannot pay.",
    brand_visa: "Visa",
    brand_mastercard: "Mastercard",
    brand_unionpay: "UnionPay",
    brand_amex: "American Express",
    brand_jcb: "JCB",
    brand_unknown: "Bank card",
  },
};
