/** Refusals of accounting months. */

/** Status and sentences, Chinese and English. */
export const periodRefusals = {
  period_running: [409, "本月尚未结束，不能结账", "A month that is not over cannot be closed"],
  period_closed: [409, "该月已经结账", "This month is closed already"],
  period_earlier_open: [
    409,
    "更早的月份还没有结账，请按顺序结账",
    "An earlier month is still open, close it first",
  ],
  county_wanted: [400, "请指明县级代码", "Say which county"],
} as const;
