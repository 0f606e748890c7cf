/** Refusals of quality complaints. */
export const complaintRefusals = {
  complaint_too_late: [409, "已过期限", "The deadline is over"],
  complaint_open: [
    409,
    "这件商品已有一个投诉在处理",
    "A complaint about these goods is being dealt with already",
  ],
  complaint_too_many: [
    400,
    "投诉的数量超过收到且未退的数量",
    "More than was received and has not gone back",
  ],
  complaint_amount: [
    400,
    "金额超过这些商品的付款",
    "The amount exceeds what was paid for these goods",
  ],
  complaint_offer_not_lower: [
    400,
    "部分退款须低于买家要求的金额，要全退请直接同意",
    "A part lies below what the buyer wishes: accept to give it all",
  ],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
