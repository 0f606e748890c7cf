/** Refusals around money that came and has no order yet. */

/** Status and sentences, Chinese and English. */
export const paidCartRefusals = {
  cart_refunded: [
    409,
    "该购物车的付款已退回，请重新下单",
    "The payment of this cart was given back, please order anew",
  ],
  cart_not_paid: [409, "该购物车没有可退的付款", "This cart has no payment to give back"],
  arrival_set_aside: [
    409,
    "这笔到账已标为与订单无关",
    "This transfer was set aside as paying no order",
  ],
} as const;
