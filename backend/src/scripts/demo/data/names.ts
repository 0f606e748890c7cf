/** Names to invent people from: surnames common in each county, given names by generation. */

/** Surnames by county code. */
export const surnames: Readonly<Record<string, readonly string[]>> = {
  "360722": ["钟", "赖", "蓝", "雷", "刘", "谢", "曾", "邱", "肖", "黄"],
  "350583": ["陈", "黄", "林", "洪", "李", "叶", "卓", "戴", "尤", "王"],
  "350923": ["张", "陆", "周", "林", "韦", "甘", "包", "苏", "郑", "宋"],
  "320412": ["蒋", "徐", "承", "恽", "谈", "周", "吴", "是", "陆", "姚"],
  "530523": ["杨", "李", "赵", "段", "尹", "何", "番", "余", "蔺", "寸"],
};

export const elderMen = [
  "福生",
  "水根",
  "德茂",
  "传发",
  "金水",
  "长庚",
  "火生",
  "厚民",
  "石泉",
  "运来",
];
export const elderWomen = [
  "桂香",
  "秀英",
  "兰妹",
  "凤娇",
  "玉珍",
  "细妹",
  "月娥",
  "春莲",
  "招娣",
  "满秀",
];
export const men = [
  "明亮",
  "建平",
  "志强",
  "永康",
  "国栋",
  "海波",
  "文辉",
  "小军",
  "振华",
  "卫东",
  "春林",
  "立新",
];
export const women = [
  "丽华",
  "春梅",
  "小燕",
  "海英",
  "雪芳",
  "晓红",
  "美玲",
  "素琴",
  "建芳",
  "金凤",
  "慧敏",
  "秋月",
];
export const youngMen = [
  "俊杰",
  "宇轩",
  "浩然",
  "子豪",
  "晨阳",
  "家乐",
  "志远",
  "一鸣",
  "思源",
  "佳伟",
];
export const youngWomen = [
  "雨欣",
  "梦婷",
  "诗涵",
  "佳怡",
  "思琪",
  "晓彤",
  "语嫣",
  "可馨",
  "若兰",
  "静怡",
];

/**
 * Households that are named by hand, by their order in the county. The rare characters are here
 * because real lists hold them and software loses them: two lie outside the basic plane.
 */
export const knownHouseholds: Readonly<
  Record<
    string,
    readonly { index: number; surname: string; head: string | null; alias: string | null }[]
  >
> = {
  "360722": [
    { index: 3, surname: "钟", head: "钟永康", alias: "钟家·青禾" },
    { index: 4, surname: "赖", head: "赖春林", alias: "赖家·橙香" },
    { index: 6, surname: "钟", head: "钟䶮", alias: null },
    { index: 31, surname: "刘", head: "刘㵘", alias: null },
  ],
  "350583": [{ index: 5, surname: "陈", head: "陈𠮷生", alias: null }],
  "350923": [{ index: 7, surname: "张", head: "张骉", alias: null }],
  "530523": [{ index: 4, surname: "段", head: "段𠮷昌", alias: null }],
};

/** Two-character words of fields, hills and seasons, for public aliases. */
export const natureWords = [
  "青禾",
  "春茗",
  "山岚",
  "秋实",
  "朝露",
  "松风",
  "溪月",
  "竹影",
  "晴川",
  "麦浪",
  "晚霞",
  "云岭",
  "清泉",
  "橙香",
  "稻花",
  "杏雨",
  "荷风",
  "桂子",
  "梅溪",
  "兰谷",
  "石桥",
  "柳岸",
  "星野",
  "初阳",
  "白露",
  "谷雨",
  "立夏",
  "霜叶",
  "南坡",
  "东篱",
  "新芽",
  "远山",
  "深林",
  "平湖",
  "长风",
  "暖冬",
  "榕荫",
  "樟林",
  "银杏",
  "枫桥",
  "蜂谷",
  "果园",
  "茶山",
  "菌林",
  "瓜田",
  "豆蔓",
  "葵园",
  "桑陌",
  "梨雪",
  "桃源",
  "秧歌",
  "耕石",
  "听雨",
  "望岳",
  "栖霞",
  "拾穗",
  "采薇",
  "流萤",
  "归雁",
  "鸣泉",
] as const;
