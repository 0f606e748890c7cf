/** Refusals of public pages, lots and what is written on them. */

/** Status and sentences. */
export const storyRefusals = {
  lot_code_wrong: [
    404,
    "这不是以购印制的批次码：可能抄错，也可能是仿冒",
    "This is not a code that Yigou prints: mistyped, or forged",
  ],
  lot_code_unknown: [
    404,
    "没有这个批次码：以购从未印过它，请当心仿冒",
    "Yigou never printed this code: beware of a forgery",
  ],
  personal_data: [
    400,
    "文字里有不能公开的内容（证件号、电话、银行卡、健康或困难情况、门牌），请删去后再提交",
    "The text contains what must not be published (identity, phone or card number, health or hardship, house number)",
  ],
  consent_missing: [
    409,
    "该户没有为此给出有效的单独同意",
    "The household has given no consent for this that is in force",
  ],
  nothing_credited: [
    409,
    "这份订单还没有记到农户名下的钱",
    "Nothing of this order has reached a household yet",
  ],
  report_exists: [409, "这份检测报告已登记", "This test report is recorded already"],
  origin_disputed: [
    409,
    "这批货的产地正在争议中",
    "The origin of this lot is being disputed already",
  ],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
