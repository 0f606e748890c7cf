/** Twelve invented cooperatives in real townships; people, licences and phones are invented too. */
import { z } from "zod";
import { cooperativeSeed, type CooperativeSeed } from "./shapes";

type Row = readonly [
  key: string,
  name: string,
  townshipCode: string,
  contact: string,
  bookkeeper: string,
];

const rows: readonly Row[] = [
  ["xinfeng-changgang", "信丰县长岗脐橙专业合作社", "360722101", "钟明山", "谢秀英"],
  ["xinfeng-shexiang", "信丰县畲乡米粉专业合作社", "360722102", "蓝秋生", "蓝彩凤"],
  ["xinfeng-reshui", "信丰县热水山花蜜蜂养殖专业合作社", "360722105", "赖远帆", "赖文静"],
  ["nanan-tianshan", "南安市天山果茶专业合作社", "350583107", "洪建业", "洪雅芳"],
  ["nanan-xiangyang", "南安市向阳高山食用菌专业合作社", "350583201", "叶志坚", "叶小满"],
  ["nanan-meishan", "南安市眉山农家副食专业合作社", "350583200", "卓丽珍", "卓慧敏"],
  ["pingnan-longtan", "屏南县龙潭高山农产专业合作社", "350923203", "陆长青", "陆桂香"],
  ["pingnan-jiangling", "屏南县寿山白茶专业合作社", "350923205", "张木荣", "张巧云"],
  ["wujin-yangqiao", "常州市武进杨桥稻米家庭农场", "320412113", "承国兴", "承佳怡"],
  ["wujin-lijia", "常州市武进礼嘉瓜果专业合作社", "320412114", "恽晓岚", "恽晓青"],
  ["longling-huangcaoba", "龙陵县黄草坝林下种植专业合作社", "530523204", "杨正禾", "杨春燕"],
  ["longling-mucheng", "龙陵县木城傈僳山货专业合作社", "530523207", "余思花", "余阿普"],
];

function toSeed([key, name, township, contact, bookkeeper]: Row, index: number): CooperativeSeed {
  const two = String(index + 1).padStart(2, "0");
  return {
    key,
    name,
    division_code: township.padEnd(12, "0"),
    contact_name: contact,
    contact_phone: `100000090${two}`,
    email: `${key}@coop.yigou.example`,
    bookkeeper_name: bookkeeper,
    bookkeeper_email: `${key}-books@coop.yigou.example`,
    license_no: `93990000MA00000${two}X`,
  };
}

export const cooperatives: readonly CooperativeSeed[] = z
  .array(cooperativeSeed)
  .length(12)
  .parse(rows.map(toSeed));
