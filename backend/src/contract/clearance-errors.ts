/** Refusals of clearance offers. */
export const clearanceRefusals = {
  clearance_sold_out: [
    409,
    "清仓特价的份数不够了，请减少数量或刷新看最新价格",
    "Not enough is left at the clearance price: take fewer, or reload for the price of now",
  ],
  clearance_exists: [
    409,
    "该规格已有清仓在进行",
    "There is a clearance offer for this variant already",
  ],
  clearance_not_lower: [
    400,
    "清仓价须低于现价",
    "The clearance price must be below the present price",
  ],
  clearance_too_many: [400, "份数超过可售库存", "More than is in stock"],
  clearance_day: [
    400,
    "最后一天须在今天之后的 60 天以内",
    "The last day lies between today and 60 days from now",
  ],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
