/** Refusals of reviews and of the photos that buyers send. */
export const reviewRefusals = {
  not_received: [
    409,
    "还没有收到这件商品，收到后才能评价或投诉",
    "These goods have not been delivered yet: they can be reviewed or complained about once they are",
  ],
  review_exists: [409, "这件商品您已评价过", "You have reviewed these goods already"],
  review_answered: [409, "这条评价已回复过", "This review has been answered already"],
  photo_unknown: [
    400,
    "照片不存在、已用过或不属于这份订单",
    "A photo is unknown, used already, or of another order",
  ],
  photos_too_many: [409, "这份订单已有太多照片", "There are too many photos of this order already"],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
