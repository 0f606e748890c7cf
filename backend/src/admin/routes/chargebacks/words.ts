/** What chargebacks are called, in both languages. */
import type { ChargebackState } from "../../../contract/chargeback";

/** Where it stands, and how loud its badge is. */
export const states: Record<
  ChargebackState,
  readonly [string, "orange" | "grey" | "green" | "red"]
> = {
  to_answer: ["待举证 To answer", "orange"],
  under_review: ["银行审核中 Under review", "grey"],
  won: ["胜诉 Won", "green"],
  lost: ["败诉 Lost", "red"],
  closed: ["已结束 Closed", "grey"],
};

/** The house's reasons that a shop meets most; any other stands for itself. */
const reasons: Readonly<Record<string, string>> = {
  fraudulent: "持卡人否认交易 Fraudulent",
  product_not_received: "未收到货 Not received",
  product_unacceptable: "货物不符 Not acceptable",
  duplicate: "重复扣款 Charged twice",
  credit_not_processed: "退款未到 Refund not processed",
  unrecognized: "不认识这笔交易 Unrecognised",
  general: "其他 General",
};

/** A reason in both languages. */
export function reasonOf(code: string): string {
  return reasons[code] ?? code;
}
