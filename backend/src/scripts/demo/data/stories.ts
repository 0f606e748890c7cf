/** What the demonstration's public pages tell. Invented, and without anything that points at a person. */
import type { StoryText } from "../../../contract/story";

/** A household tells of its work; which of these it tells goes by its place in the list. */
export const householdStories: readonly StoryText[] = [
  {
    zh: "房前屋后的坡地，父辈种红薯，我们改种了果树。剪枝、疏果都跟着合作社的技术员学，第四年才算入门。好果自己会说话，卖相一般的我们留着做果干。",
    en: "Our parents grew sweet potatoes on the slope behind the house; we planted fruit trees. The cooperative's technician taught us to prune and thin, and it took four seasons to learn. Good fruit speaks for itself; what looks plain we dry.",
  },
  {
    zh: "一年里最忙的是采收那二十天，天不亮就上山。请两位邻居帮工，工钱当天结。交到合作社的每一筐都过秤记账，心里踏实。",
    en: "The twenty days of harvest are the busiest of the year: we climb before dawn. Two neighbours help and are paid the same day. Every basket is weighed and written down at the cooperative, which is a comfort.",
  },
  {
    zh: "不打除草剂，草长高了就割下来盖在树根，省肥也保水。收成少一点，味道不一样，回头客认这个。",
    en: "We use no weedkiller: tall grass is cut and laid around the roots, which saves fertiliser and keeps water. We harvest a little less, and it tastes different; those who come back know it.",
  },
  {
    zh: "以前货下来只能等人来收，价钱一天一个样。现在先有订单再采，采多少卖多少，隔天就到城里。",
    en: "We used to wait for whoever came to buy, at another price each day. Now the orders come first: we pick what is sold, and it is in the city the day after.",
  },
  {
    zh: "手艺是上一辈传下来的：石磨、柴火、竹匾晾晒，一道不能少。做得慢，一天也就十来斤，盼着您尝得出来。",
    en: "The craft came down to us: stone mill, wood fire, bamboo trays in the sun, no step left out. It is slow, a few kilograms a day; we hope you can taste it.",
  },
];

/** A village presents itself. */
export const villageStories: readonly StoryText[] = [
  {
    zh: "村子在半山腰，一条溪从中间过。老人说这里的土“见风就酥”，最养根。一村一品，我们只把一样做好，别的自己吃。",
    en: "The village lies halfway up the hill, with a stream through its middle. The old people say the soil here crumbles in the wind and feeds roots well. One village, one product: we do one thing properly and eat the rest ourselves.",
  },
  {
    zh: "水泥路通到地头以后，冷藏车第一次开进了村。分拣场就在祠堂边上，谁家交了多少，墙上当天公布。",
    en: "Since the paved road reached the fields, a refrigerated van can come into the village. Sorting is done beside the ancestral hall, and who delivered how much is put on the wall the same day.",
  },
];

/** A cooperative presents itself. */
export const cooperativeStory = (name: string): StoryText => ({
  zh: `${name}由种植户自己成立，按交货斤两记账、按年返还盈余。我们负责分选、包装、发货和售后；货是哪一批、哪些户交的，箱上扫码可查。`,
  en: "Founded by the growers themselves: deliveries are booked by weight, the surplus goes back every year. We sort, pack, ship and answer for what we sell; scan the box to see which lot it is and who delivered.",
});

/** A laboratory's report for a lot. */
export const reportTitle = "农药残留检测（演示）";
/** Who made it. */
export const laboratory = "演示检测中心";

/** What each village has to tell. */
export const villageNews: StoryText = {
  zh: "今年的货开始采收了，分拣场从早上六点忙到天黑。头几天采的先发给预订的人家，谢谢大家等着。",
  en: "The harvest has begun; the sorting ground is busy from six in the morning until dark. The first days' goods go to those who ordered early. Thank you for waiting.",
};
