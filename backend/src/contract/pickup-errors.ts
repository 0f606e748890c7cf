/** Refusals of pick-up points. */
export const pickupRefusals = {
  pickup_point_closed: [409, "这个自提点暂不接单", "This pick-up point is closed"],
  pickup_code_wrong: [404, "取货码不对", "This code opens nothing here"],
  pickup_done: [409, "这个取货码已用过", "This code has been used"],
  pickup_not_here: [409, "货还没到齐", "Not all of the goods have been sent yet"],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
