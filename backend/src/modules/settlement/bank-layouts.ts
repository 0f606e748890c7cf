/**
 * How banks head the columns of their statements: data, so that a further bank is a further entry.
 * The headings are those of the banks' own online exports; where a bank changes one, add the word.
 */

/** What a column holds. */
export const columns = [
  "day",
  "out",
  "in",
  "amount",
  "direction",
  "payee",
  "account",
  "remark",
  "serial",
  "balance",
] as const;
/** What a column holds. */
export type Column = (typeof columns)[number];

/** A bank's layout: the words of each heading, the likeliest first. */
export interface BankLayout {
  key: string;
  name: string;
  name_en: string;
  headings: Partial<Record<Column, readonly string[]>>;
  /** Words of the direction column that mean money going out. */
  out_words?: readonly string[];
}

/** Every layout that is known; `general` is what is tried when no bank fits. */
export const bankLayouts: readonly BankLayout[] = [
  {
    key: "rural_commercial",
    name: "农村商业银行、农村信用社",
    name_en: "Rural commercial banks",
    headings: {
      day: ["交易日期", "交易时间"],
      out: ["支出金额", "转出金额"],
      in: ["收入金额", "转入金额"],
      payee: ["对方户名", "对方名称"],
      account: ["对方账号"],
      remark: ["摘要", "附言", "用途"],
      serial: ["交易流水号", "流水号"],
      balance: ["账户余额", "余额"],
    },
  },
  {
    key: "construction",
    name: "中国建设银行",
    name_en: "China Construction Bank",
    headings: {
      day: ["交易时间", "记账日期"],
      out: ["借方发生额（支取）", "借方发生额/元(支取)", "借方发生额"],
      in: ["贷方发生额（收入）", "贷方发生额/元(收入)", "贷方发生额"],
      payee: ["对方户名"],
      account: ["对方账号"],
      remark: ["备注", "摘要"],
      serial: ["账户明细编号-交易流水号", "企业流水号"],
      balance: ["余额"],
    },
  },
  {
    key: "agricultural",
    name: "中国农业银行",
    name_en: "Agricultural Bank of China",
    headings: {
      day: ["交易时间", "交易日期"],
      out: ["支出金额"],
      in: ["收入金额"],
      payee: ["对方户名"],
      account: ["对方账号"],
      remark: ["交易附言", "交易用途", "摘要"],
      serial: ["日志号", "交易日志号"],
      balance: ["账户余额"],
    },
  },
  {
    key: "postal",
    name: "中国邮政储蓄银行",
    name_en: "Postal Savings Bank of China",
    headings: {
      day: ["交易日期"],
      amount: ["交易金额"],
      direction: ["借贷标志", "收支标志"],
      payee: ["对方户名", "对手户名"],
      account: ["对方账号", "对手账号"],
      remark: ["附言", "摘要"],
      serial: ["交易流水号", "流水号"],
      balance: ["交易后余额", "余额"],
    },
    out_words: ["借", "支出", "支", "D", "转出"],
  },
  {
    key: "general",
    name: "其他银行",
    name_en: "Other banks",
    headings: {
      day: ["日期", "交易日", "记账日", "入账日期", "Date"],
      out: ["支出", "借方", "付款金额", "借方金额", "Debit"],
      in: ["收入", "贷方", "收款金额", "贷方金额", "Credit"],
      amount: ["金额", "发生额", "Amount"],
      direction: ["借贷", "收支", "方向"],
      payee: ["户名", "收款人", "付款人", "对方单位", "Payee", "Payer"],
      account: ["账号", "收款账号", "Account"],
      remark: ["附言", "备注", "用途", "摘要", "Remark"],
      serial: ["流水", "凭证号", "Serial"],
      balance: ["余额", "Balance"],
    },
    out_words: ["借", "支出", "支", "D", "出"],
  },
];
