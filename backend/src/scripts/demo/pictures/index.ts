/** Three drawn pictures of a product: on the table, from near, as it comes to the door. */
import type { GoodSeed } from "../data/goods";
import { divisionName } from "../data/divisions";
import { HEIGHT, WIDTH } from "./grounds";
import { closeUp, hero, type Subject } from "./hero";
import type { Label } from "./label";
import { packed } from "./packing";
import { symbolOf } from "./symbols/index";

/** A drawn picture: its file name and its SVG text. */
export interface Picture {
  name: string;
  svg: string;
}

function svg(title: string, content: string): string {
  const words = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" width="${String(WIDTH)}" height="${String(HEIGHT)}" role="img"><title>${words}</title>${content}</svg>\n`;
}

function labelOf(good: GoodSeed): Label {
  const [name = good.row.title, ...rest] = good.row.title.split(" ");
  const place = `${divisionName(good.row.township.slice(0, 6))} · ${divisionName(good.row.township)}`;
  return { name, size: rest.join(" ") || (good.row.variants[0]?.[0] ?? ""), place };
}

/** @param index place of the product in the list; neighbours get different compositions */
export function picturesOf(good: GoodSeed, index: number): Picture[] {
  const subject: Subject = {
    symbol: symbolOf(good.row.symbol),
    tint: good.row.ground,
    variant: index,
  };
  const { title } = good.row;
  return [
    { name: `${good.key}-1.svg`, svg: svg(title, hero(subject)) },
    { name: `${good.key}-2.svg`, svg: svg(`${title} 近看`, closeUp(subject)) },
    {
      name: `${good.key}-3.svg`,
      svg: svg(`${title} 包装`, packed(subject, good.row.pack, labelOf(good))),
    },
  ];
}
