/** Refusals of adoption and pre-order. */
export const adoptionRefusals = {
  adoption_not_ripe: [409, "还没到采收的日子", "The harvest has not begun yet"],
  adoption_past: [400, "采收期须在今天之后", "The harvest must lie ahead"],
  adoption_too_late: [
    409,
    "已开始采收或已发货，不能自助取消，请联系合作社",
    "The harvest has begun or goods have left: please ask the cooperative",
  ],
  harvest_reported: [409, "这一季的收成已登记", "The harvest of this season is on record"],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
