/**
 * Every expected refusal of Yigou: its code, its HTTP status, and its sentence in Chinese and English.
 * Sentences never contain personal data; facts travel beside them.
 */
import { z } from "zod";

import { adoptionRefusals } from "./adoption-errors";
import { cancelRefusals } from "./cancel-errors";
import { clearanceRefusals } from "./clearance-errors";
import { complaintRefusals } from "./complaint-errors";
import { entryRefusals } from "./entry-errors";

import { giftRefusals } from "./gift-errors";
import { householdMemberRefusals } from "./household-member-errors";
import { paidCartRefusals } from "./paid-cart-errors";
import { periodRefusals } from "./period-errors";
import { pickupRefusals } from "./pickup-errors";
import { reviewRefusals } from "./review-errors";
import { settlementRefusals } from "./settlement-errors";
import { statementRefusals } from "./statement-errors";
import { storyRefusals } from "./story-errors";

/** Status and sentences of every refusal code. */
export const refusals = {
  invalid_input: [400, "提交的内容有误", "The input is not valid"],
  unauthorized: [401, "请先登录", "Please log in"],
  not_found: [404, "没有找到", "Not found"],
  forbidden_action: [403, "您没有这项权限", "You may not do this"],
  too_many_attempts: [429, "尝试次数过多，请稍后再试", "Too many attempts, please try again later"],
  busy: [503, "系统繁忙，请稍后再试", "Busy, please try again shortly"],
  not_ready: [503, "系统正在启动", "The system is starting"],
  idempotency_key_missing: [
    400,
    "缺少 Idempotency-Key 请求头",
    "The Idempotency-Key header is missing",
  ],
  idempotency_key_reused: [
    409,
    "同一 Idempotency-Key 已用于另一份内容",
    "This Idempotency-Key was used with other input",
  ],
  in_progress: [
    409,
    "同一请求正在处理，请稍后再试",
    "The same request is being processed, try again shortly",
  ],
  sold_out: [409, "库存不足", "Not enough in stock"],
  price_changed: [
    409,
    "价格已变动，请确认新的金额",
    "The price has changed, please confirm the new amount",
  ],
  goods_unavailable: [409, "商品已下架", "These goods are no longer for sale"],
  payment_declined: [402, "付款未成功", "The payment was declined"],
  payment_action_needed: [
    402,
    "还需要您向银行或钱包确认",
    "Your bank or wallet wants you to confirm",
  ],
  payment_provider_unknown: [400, "不支持该付款方式", "This payment method is not available"],
  shipping_unavailable: [400, "该地址没有可用的配送方式", "Nothing ships to this address"],
  transfer_not_awaited: [409, "该订单没有待确认的转账", "This order awaits no transfer"],
  amount_differs: [409, "金额与应付不一致", "The amount differs from what is due"],
  division_unknown: [400, "行政区划代码不存在", "Unknown division code"],
  category_unknown: [400, "商品类别不存在", "Unknown category"],
  pairing_overlaps: [409, "结对时间重叠", "The pairing overlaps another"],
  account_exists: [409, "该邮箱已有账号", "An account with this email exists"],
  rule_pack_missing: [409, "该地区没有适用的规则", "No rule pack covers this place and day"],
  household_unknown: [400, "农户不存在", "Unknown household"],
  handle_taken: [409, "该商品名称已被使用", "These goods exist already"],
  cooperative_not_approved: [403, "合作社尚未获批", "The cooperative is not approved yet"],
  application_exists: [409, "该账号已提交申请", "This account has applied already"],
  application_decided: [409, "该申请已处理", "This application has been decided"],
  already_shipped: [409, "该订单已发货", "Already shipped"],
  not_paid: [409, "订单尚未付款", "The order is not paid yet"],
  nothing_to_ship: [409, "没有可发货的商品", "There is nothing to ship"],
  nothing_payable: [409, "没有可打款的收入", "Nothing is payable"],
  order_change_open: [
    409,
    "该订单有未完成的修改、退换或售后，请先完成或取消",
    "A change of this order is open (an edit, a return …): finish or cancel it first",
  ],
  state_conflict: [409, "当前状态不允许此操作", "The present state does not allow this"],
  return_too_many: [400, "退货数量超过可退数量", "More than can be returned"],
  split_exceeds_price: [
    400,
    "服务费、包装与运费之和超过价格",
    "Fees add up to more than the price",
  ],
  upload_not_image: [400, "只接受 JPEG、PNG、WebP 图片", "Only JPEG, PNG or WebP pictures"],
  upload_too_large: [413, "图片过大", "The picture is too large"],
  ledger_key_reused: [
    409,
    "同一幂等键已用于另一笔账",
    "This ledger key was used for another transaction",
  ],
  ledger_unbalanced: [500, "分录不平", "The postings do not add up to zero"],
  over_refund: [409, "退款超过已收金额", "The refund exceeds what was captured"],
  cart_completed: [409, "该购物车已下单", "This cart has been completed already"],
  refund_unsafe: [409, "该订单不能自动退款", "This order may not be refunded by itself"],
  upload_refused: [400, "不接受该文件", "This file is not accepted"],
  ...entryRefusals,
  webhook_forged: [401, "签名无效", "The signature is not valid"],
  webhook_stale: [400, "通知已过期", "The notification is too old"],
  ...settlementRefusals,
  ...periodRefusals,
  ...statementRefusals,
  ...paidCartRefusals,
  ...cancelRefusals,
  ...adoptionRefusals,
  ...clearanceRefusals,
  ...giftRefusals,
  ...householdMemberRefusals,
  ...storyRefusals,
  ...pickupRefusals,
  ...reviewRefusals,
  ...complaintRefusals,
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;

/** A code of an expected refusal. */
export type RefusalCode = keyof typeof refusals;

/** The body of every refused request. */
export const refusalSchema = z.object({
  code: z.string(),
  type: z.string(),
  message: z.string(),
  message_zh: z.string().optional(),
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/** The body of every refused request. */
export type Refusal = z.infer<typeof refusalSchema>;
