/** Refusals of gifts. */
export const giftRefusals = {
  gift_too_large: [
    400,
    "收件人乘以商品种类最多 100 行，请分两单",
    "Recipients times goods make at most 100 lines: please order twice",
  ],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
