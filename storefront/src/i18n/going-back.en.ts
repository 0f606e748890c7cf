/** Words of goods and money that go back. */
export const goingBackEn = {
  going_back: {
    title: "Returns and reversals",
    requested: "Return requested × {{count}}",
    requested_text:
      "Your request has arrived. Once the goods are back, the money returns the way it came.",
    returned: "Returned × {{count}}",
    reversals: "Whose credit fell, and who bore it",
    row: "{{date}} · {{household}}",
    cause_buyer: "returned by the buyer",
    cause_quality: "quality",
    cause_freight: "damaged in transit",
    cause_platform: "the platform's fault",
    cause_fraud: "false origin",
    cause_chargeback: "taken back by the bank",
    cause_edit: "order changed",
    cause_cancelled: "claim cancelled",
    borne_household: "taken off this household's credit",
    borne_cooperative: "paid money is not taken back: the cooperative bears it",
    borne_loss_pool: "no household loses: the platform's loss pool bears it",
    back_household: "given back to this household's credit",
    back_cooperative: "given back to the cooperative",
    back_loss_pool: "given back to the platform's loss pool",
  },
};
