/** The words of the certificate of thanks, apart from those of the shop. */
import type { Lang } from "./index";

const zh = {
  title: "感谢状",
  text: "一张可以分享的图片。写不写名字、写不写金额由您定；图上没有地址、电话和订单号，也没有农户的名字。",
  name: "写上名字（可不填）",
  amount: "写上记到农户名下的金额",
  make: "生成",
  download: "下载图片",
  picture: "感谢状的图片",
  back: "回到订单",
};

const en: typeof zh = {
  title: "Certificate of thanks",
  text: "A picture to share. You decide whether a name and the amount stand on it; it shows no address, phone or order number, and no household's name.",
  name: "A name (may be empty)",
  amount: "Show the amount that reached the households",
  make: "Make it",
  download: "Download the picture",
  picture: "The certificate of thanks",
  back: "Back to the order",
};

/** The words by language. */
export const thanksWords: Record<Lang, typeof zh> = { zh, en };
