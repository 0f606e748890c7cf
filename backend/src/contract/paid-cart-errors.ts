/** Refusals around carts that are paid and became no order. */

/** Status and sentences, Chinese and English. */
export const paidCartRefusals = {
  cart_refunded: [
    409,
    "该购物车的付款已退回，请重新下单",
    "The payment of this cart was given back, please order anew",
  ],
  cart_not_paid: [409, "该购物车没有可退的付款", "This cart has no payment to give back"],
} as const;
