/** Trees for adoption and a harvest to order ahead, of households that stand behind goods of the demonstration. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { listAdoptionWorkflow } from "../../../workflows/adoption/list-adoption";
import { tellNewsWorkflow } from "../../../workflows/adoption/tell-news";
import { addDays } from "../data/goods";
import type { Progress } from "./progress";

interface Row {
  kind: "tree" | "pre_order";
  /** Goods of the same household, whose pictures are used. */
  beside: string;
  title: string;
  title_en: string;
  description: string;
  season: string;
  /** Days from today. */
  harvest: readonly [from: number, to: number];
  yield_text: string;
  yield_g: number;
  trees: number;
  price_fen: number;
  news: readonly string[];
}

const rows: readonly Row[] = [
  {
    kind: "tree",
    beside: "赣南脐橙 10 斤装",
    title: "认养一棵长岗脐橙树",
    title_en: "Adopt a navel orange tree in Changgang",
    description:
      "二十年树龄的纽荷尔脐橙，长在长岗村南坡。挂上您的树号，这一季的疏果、施肥、采收都发消息给您；采收后按约定寄到。",
    season: "2026 至 2027 冬季",
    harvest: [24, 45],
    yield_text: "每棵给您 20 斤树上熟的脐橙，分两箱寄出",
    yield_g: 10_000,
    trees: 24,
    price_fen: 16_800,
    news: ["开始转色了，夜里降到 8 度，糖度在涨。", "疏掉了小果和病果，每棵留一百来个。"],
  },
  {
    kind: "tree",
    beside: "高山猕猴桃 5 斤",
    title: "认养一棵高山猕猴桃",
    title_en: "Adopt a mountain kiwi vine",
    description:
      "屏南龙潭海拔八百米的猕猴桃架，一棵一块木牌。春天授粉、夏天套袋都会拍照片；秋天采下来就寄给您。",
    season: "2027 春到秋",
    harvest: [300, 325],
    yield_text: "每棵给您 12 斤猕猴桃",
    yield_g: 6000,
    trees: 16,
    price_fen: 11_800,
    news: ["冬剪做完了，给老藤刷了石灰。"],
  },
  {
    kind: "pre_order",
    beside: "雪堰水蜜桃 8 枚",
    title: "预订明年头茬水蜜桃",
    title_en: "Next year's first peaches, ordered ahead",
    description: "今年的已经卖完。先订下明年头茬的，六月下旬采下当天发货，不经过市场。",
    season: "2027 夏",
    harvest: [212, 226],
    yield_text: "每份 8 枚，约 2 公斤",
    yield_g: 2000,
    trees: 60,
    price_fen: 6800,
    news: [],
  },
];

interface Found {
  cooperative_id: string;
  category: string;
  images: string[];
  household_id: string;
  member_id: string;
}

/** Lists what is not listed yet, as the cooperatives would. */
export async function loadAdoptions(
  container: MedusaContainer,
  say: Progress,
  today: string,
): Promise<void> {
  for (const [at, row] of rows.entries()) {
    const good = await findBeside(container, row);
    if (good) await listOne(container, row, good, today);
    say(at + 1, rows.length);
  }
}

async function findBeside(container: MedusaContainer, row: Row): Promise<Found | undefined> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows: found } = await pg.raw<{ rows: Found[] }>(
    `select l.cooperative_id, coalesce(pc.handle, 'fruit') category,
       array(select i.url from image i where i.product_id = p.id and i.deleted_at is null order by i.rank, i.id) images,
       (select c.household_id from lot_contribution c where c.lot_id = l.lot_id
         order by c.weight_g desc, c.household_id limit 1) household_id,
       (select m.id from cooperative_member m where m.cooperative_id = l.cooperative_id
         order by m.role <> 'manager', m.id limit 1) member_id
     from product p join listing l on l.product_id = p.id
     left join product_category_product pcp on pcp.product_id = p.id
     left join product_category pc on pc.id = pcp.product_category_id
     where p.title = ? and p.deleted_at is null
       and not exists (select 1 from product o where o.title = ? and o.deleted_at is null) limit 1`,
    [row.beside, row.title],
  );
  return found[0];
}

async function listOne(
  container: MedusaContainer,
  row: Row,
  { member_id, ...good }: Found,
  today: string,
): Promise<void> {
  const { beside: _beside, harvest, news, ...rest } = row;
  const { cooperative_id, ...beside } = good;
  const { result } = await listAdoptionWorkflow(container).run({
    input: {
      cooperative_id,
      now: new Date().toISOString(),
      adoption: {
        ...rest,
        ...beside,
        harvest_from: addDays(today, harvest[0]),
        harvest_to: addDays(today, harvest[1]),
        service_ppm: 120_000,
        packing_fen: 400,
        freight_fen: 900,
        lot_code: `RY-${String(row.trees)}`,
      },
    },
  });
  for (const text of [...news].reverse()) {
    await tellNewsWorkflow(container).run({
      input: { product_id: result.product_id, text, picture: null, by: member_id },
    });
  }
}
