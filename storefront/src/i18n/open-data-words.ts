/** The words of village totals and open data, apart from those of the shop. */
import type { Lang } from "./index";

const zh = {
  villages: (county: string) => `${county}各村公示总额`,
  villages_text:
    "只计已结算及以后的入账。不足五户的村不公开；为了不能用总数倒推出来，有时相邻的一个村也一并隐藏。",
  village: "村",
  households: "户数",
  credited: "入账",
  count: (n: number) => `${n.toString()} 户`,
  hidden: "不公开",
  none: "这个县还没有已结算的入账。",
  none_text: "订单过了退货期就会在这里出现。",
  by_village: "看各村",
  open: "开放数据",
  open_text:
    "与公示页同一口径的数据，可以下载、转载、再加工。没有个人和农户的身份；不足五户的一律隐藏，并防止用总数倒推。",
  licence: "许可",
  as_of: "数据时间",
  dictionary: "数据字典",
  column: "字段",
  type: "类型",
  meaning: "含义",
  download: (kind: string) => `下载 ${kind}`,
  rows: (n: number) => `${n.toString()} 行`,
  takes: "平台收多少",
  takes_none: "0 元：平台不抽成，价钱里没有平台的一份。",
  takes_some: (amount: string) => `在售好货的最低价里，平台一份合计 ${amount}。`,
};

const en: typeof zh = {
  villages: (county) => `Public totals by village, ${county}`,
  villages_text:
    "Settled or later only. Villages with fewer than five households are hidden; so that subtraction tells nothing, a neighbouring village is sometimes hidden with them.",
  village: "Village",
  households: "Households",
  credited: "Credited",
  count: (n) => `${n.toString()} households`,
  hidden: "Not published",
  none: "Nothing has been settled in this county yet.",
  none_text: "It appears here once the return window of an order is over.",
  by_village: "By village",
  open: "Open data",
  open_text:
    "The figures of the public pages to download, quote and reuse. No person and no household can be told from them; groups under five are hidden, and cannot be found by subtraction.",
  licence: "Licence",
  as_of: "As of",
  dictionary: "Dictionary",
  column: "Column",
  type: "Type",
  meaning: "Meaning",
  download: (kind) => `Download ${kind}`,
  rows: (n) => `${n.toString()} rows`,
  takes: "What the platform takes",
  takes_none: "Nothing: the platform takes no commission, and has no part in any price.",
  takes_some: (amount) =>
    `Of the lowest prices of all goods on sale, its part adds up to ${amount}.`,
};

/** The words by language. */
export const openDataWords: Record<Lang, typeof zh> = { zh, en };
