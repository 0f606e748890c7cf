/**
 * The five places of the demonstration with their real names.
 *
 * Province, city, county (GB/T 2260) and township codes are the published ones.
 * NOTE: village names are real, but the three digits of a village within its township are
 * illustrative: they are numbered from 200 in the order of this file. A real county imports its own.
 */
import { z } from "zod";
import { divisionSeed, type DivisionSeed } from "./shapes";

type Place = {
  province: readonly [code: string, name: string];
  city: readonly [code: string, name: string];
  county: readonly [code: string, name: string];
  townships: readonly (readonly [code: string, name: string, villages: readonly string[]])[];
};

const places: readonly Place[] = [
  {
    province: ["36", "江西省"],
    city: ["3607", "赣州市"],
    county: ["360722", "信丰县"],
    townships: [
      ["100", "嘉定镇", ["水北村", "龙舌村"]],
      ["101", "大塘埠镇", ["长岗村", "樟塘村", "坪石村", "沛东村"]],
      ["102", "古陂镇", ["太平畲族村", "大屋村", "余村村"]],
      ["104", "新田镇", ["百石村", "金鸡村"]],
      ["105", "安西镇", ["田垅畲族村", "热水村", "龙州村"]],
    ],
  },
  {
    province: ["35", "福建省"],
    city: ["3505", "泉州市"],
    county: ["350583", "南安市"],
    townships: [
      ["107", "蓬华镇", ["天山村", "华美村", "蓬岛村"]],
      ["109", "九都镇", ["彭林村", "新民村"]],
      ["112", "梅山镇", ["蓉中村", "明新村"]],
      ["200", "眉山乡", ["高田村", "观山村", "三凌村"]],
      ["201", "向阳乡", ["坑头村", "郭田村", "杏田村"]],
    ],
  },
  {
    province: ["35", "福建省"],
    city: ["3509", "宁德市"],
    county: ["350923", "屏南县"],
    townships: [
      ["102", "代溪镇", ["北乾村", "忠洋村"]],
      ["104", "棠口镇", ["漈头村", "棠口村"]],
      ["202", "甘棠乡", ["漈下村", "小梨洋村"]],
      ["203", "熙岭乡", ["龙潭村", "四坪村", "墘头村"]],
      ["205", "寿山乡", ["降龙村", "寿山村"]],
    ],
  },
  {
    province: ["32", "江苏省"],
    city: ["3204", "常州市"],
    county: ["320412", "武进区"],
    townships: [
      ["106", "横山桥镇", ["五一村", "芳茂村"]],
      ["110", "雪堰镇", ["城西回民村", "雅浦村"]],
      ["113", "前黄镇", ["杨桥村", "联庆村"]],
      ["114", "礼嘉镇", ["坂上村", "秦巷村"]],
    ],
  },
  {
    province: ["53", "云南省"],
    city: ["5305", "保山市"],
    county: ["530523", "龙陵县"],
    townships: [
      ["102", "镇安镇", ["淘金河村", "小田坝村"]],
      ["103", "勐糯镇", ["大寨村", "沟心寨村"]],
      ["105", "象达镇", ["勐蚌村", "坝头村"]],
      ["204", "龙新乡", ["黄草坝村", "勐冒村", "雪山村"]],
      ["207", "木城彝族傈僳族乡", ["木城村", "花椒村"]],
    ],
  },
];

const wide = (code: string): string => code.padEnd(12, "0");

function divisionsOf(place: Place): DivisionSeed[] {
  const province = wide(place.province[0]);
  const city = wide(place.city[0]);
  const county = wide(place.county[0]);
  const rows: DivisionSeed[] = [
    { code: province, name: place.province[1], level: "province", parent_code: null },
    { code: city, name: place.city[1], level: "city", parent_code: province },
    { code: county, name: place.county[1], level: "county", parent_code: city },
  ];
  for (const [short, name, villages] of place.townships) {
    const township = wide(place.county[0] + short);
    rows.push({ code: township, name, level: "township", parent_code: county });
    villages.forEach((village, index) => {
      const code = township.slice(0, 9) + String(200 + index);
      rows.push({ code, name: village, level: "village", parent_code: township });
    });
  }
  return rows;
}

const byCode = new Map(places.flatMap(divisionsOf).map((row) => [row.code, row]));

/** All divisions, parents before children, each once. */
export const divisions: readonly DivisionSeed[] = z.array(divisionSeed).parse([...byCode.values()]);

/** @throws when the name is not one of the demonstration divisions: a slip in the data. */
export function villagesOf(townshipCode: string): readonly DivisionSeed[] {
  const rows = divisions.filter(
    (row) => row.level === "village" && row.parent_code === wide(townshipCode),
  );
  if (rows.length === 0) throw new Error(`no demonstration village in ${townshipCode}`);
  return rows;
}

export function divisionName(code: string): string {
  const row = byCode.get(wide(code));
  if (!row) throw new Error(`no demonstration division ${code}`);
  return row.name;
}
