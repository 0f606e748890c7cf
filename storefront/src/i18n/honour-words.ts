/** The words of the list of honour, apart from those of the shop. */
import type { Lang } from "./index";

const zh = {
  title: "光荣榜",
  text: "愿意具名的买家和单位。名字由本人填写，金额由本人决定公不公开，随时可以撤下。",
  none: "还没有人上榜",
  none_text: "登录后在“我的”里，可以选择具名上榜。",
  buyer: "买家",
  work_unit: "单位",
  orders: (n: number) => `${n.toString()} 份订单`,
  since: (day: string) => `${day} 起`,
  reached: "已结算到农户",
  tab: "光荣榜",
  mine_text: "上不上榜由您定；不上榜也一样谢谢您。",
  as_buyer: "以我填写的名字上榜",
  name: "榜上的名字",
  show: "公开已结算到农户的金额",
  agree: "上榜",
  change: "修改",
  withdraw: "撤下",
  on_list: (name: string) => `现在榜上写着：${name}`,
  see: "看光荣榜",
};

const en: typeof zh = {
  title: "List of honour",
  text: "Buyers and work units who agreed to be named. They chose the name, and whether the amount is told; they can leave at any time.",
  none: "Nobody is listed yet",
  none_text: "Once logged in you can choose to be named, under your account.",
  buyer: "Buyer",
  work_unit: "Work unit",
  orders: (n) => `${n.toString()} orders`,
  since: (day) => `since ${day}`,
  reached: "Reached households, settled",
  tab: "Honour",
  mine_text: "It is for you to say whether you are listed; we thank you either way.",
  as_buyer: "List me under a name of my choice",
  name: "Name on the list",
  show: "Tell the amount that reached households",
  agree: "Join the list",
  change: "Change",
  withdraw: "Leave the list",
  on_list: (name) => `Listed now as ${name}`,
  see: "See the list",
};

/** The words by language. */
export const honourWords: Record<Lang, typeof zh> = { zh, en };
