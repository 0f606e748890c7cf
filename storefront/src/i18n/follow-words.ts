/** The words of following and news, apart from those of the shop. */
import type { Lang } from "./index";

const zh = {
  news: "近况",
  none: "还没有近况。",
  topic: { harvest: "采收", income: "入账", thanks: "致谢" },
  follow: "关注",
  follow_text: "有新的近况时告诉我",
  by_mail: "也发到我的邮箱",
  tab: "关注",
  tab_text: "您关注的村和农户，以及他们的近况。",
  empty: "还没有关注谁",
  empty_text: "在村或农户的页面上点“关注”。",
  browse: "看看产地与人家",
  gone: "这个页面已不再公开",
  end: "取消关注",
  mailed: "有新近况时发邮件",
  unfollow: "不再接收近况邮件",
  unfollow_text: "点一下就不再收到，也不用登录。",
  unfollow_do: "不再接收",
  unfollowed: "已取消，不会再发邮件给您",
  unfollow_wrong: "这个链接不对，或已经不用了",
};

const en: typeof zh = {
  news: "News",
  none: "No news yet.",
  topic: { harvest: "Harvest", income: "Income", thanks: "Thanks" },
  follow: "Follow",
  follow_text: "Tell me when there is news",
  by_mail: "By e-mail too",
  tab: "Following",
  tab_text: "The villages and households that you follow, and their news.",
  empty: "You follow nobody yet",
  empty_text: "Press “Follow” on the page of a village or household.",
  browse: "Places and people",
  gone: "This page is no longer public",
  end: "Unfollow",
  mailed: "News by e-mail",
  unfollow: "No more news by e-mail",
  unfollow_text: "One press, and no login, and it stops.",
  unfollow_do: "Stop the mails",
  unfollowed: "Done: no more mails will be sent to you",
  unfollow_wrong: "This link is not right, or is no longer in use",
};

/** The words by language. */
export const followWords: Record<Lang, typeof zh> = { zh, en };
