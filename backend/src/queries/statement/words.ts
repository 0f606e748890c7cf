/** The words of papers: what the backend writes stands in Chinese with English beside it. Pure. */
import { words, type Words } from "../../papers/paper";

const table: Record<string, Words> = {
  capture: words("货款到账", "Sale paid"),
  refund: words("退款冲减", "Refund"),
  accept: words("验收", "Accepted"),
  settle: words("过退货期", "Return window over"),
  pay: words("打款", "Paid out"),
  confirm: words("户主确认收到", "Confirmed"),
  entry: words("登记收入", "Payroll or contract"),
  entry_reversal: words("登记冲销", "Entry reversed"),
  bounce: words("退票，待重付", "Transfer returned"),
  amend: words("订单改动", "Order edited"),
  claim: words("理赔补发", "Claim"),
  expected: words("待收货", "Expected"),
  earned: words("待结算", "Earned"),
  settled: words("待打款", "Payable"),
  paid: words("已打款", "Paid out"),
  confirmed: words("户主已确认", "Confirmed"),
  business: words("生产经营性", "Business"),
  wage: words("工资性", "Wage"),
  property: words("财产性", "Property"),
  transfer: words("转移性", "Transfer"),
  buyer: words("买家退货退款", "returned by the buyer"),
  quality: words("质量问题", "quality"),
  fraud: words("交易异常", "fraud"),
  household: words("农户", "Households"),
  buyers: words("买家", "Buyers"),
  service: words("合作社服务费", "Cooperative service"),
  packing: words("包装费", "Packing"),
  freight: words("运费", "Freight"),
  platform: words("平台", "Platform"),
  shipping: words("买家付的邮费", "Shipping paid by buyers"),
  tax: words("税", "Tax"),
  unattributed: words("未归户", "Unattributed"),
  loss_pool: words("损失池", "Loss pool"),
  borne: words("合作社承担的退款", "Refunds borne by the cooperative"),
  wages: words("工资", "Wages"),
  land_rent: words("土地租金", "Land rent"),
  dividend: words("分红", "Dividend"),
  bonus: words("奖补", "Bonus"),
  total: words("合计", "Total"),
};

/** The words of a code; an unknown one stands for itself. */
export function wordsOf(code: string): Words {
  return table[code] ?? words(code, "");
}

/** "2026-11" as 2026年11月. */
export function monthWords(month: string): Words {
  return words(`${month.slice(0, 4)}年${Number(month.slice(5)).toString()}月`, month);
}

/** A span of months. */
export function spanWords(from: string, to: string): Words {
  if (from === to) return monthWords(from);
  const [first, last] = [monthWords(from), monthWords(to)];
  return words(`${first.zh}至${last.zh}`, `${first.en} to ${last.en}`);
}

const DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day of an instant in Asia/Shanghai, YYYY-MM-DD. */
export function dayText(instant: string): string {
  return DAY.format(new Date(instant));
}
