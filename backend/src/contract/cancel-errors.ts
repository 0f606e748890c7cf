/** Refusals of the operator's cancellation of a claim, an exchange or a return. */

/** Status and sentences, Chinese and English. */
export const cancelRefusals = {
  cancel_came_back: [
    409,
    "退回的商品已经收到，不能再取消；需要更正时请退款或修改订单",
    "The goods have come back already: this can no longer be cancelled; refund or edit the order instead",
  ],
  cancel_sent: [
    409,
    "补发或换出的商品已经打包发出，不能取消；请先取消包裹",
    "The goods it sends are packed or on their way: cancel their parcel first",
  ],
  cancel_moved_on: [
    409,
    "补发商品的入账已有退款或已结转，不能取消该售后；请按原因退款",
    "What this claim credited was refunded or has moved on: it can no longer be cancelled; refund with the cause instead",
  ],
} as const;
