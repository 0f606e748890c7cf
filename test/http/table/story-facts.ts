/** Pages and lots that the visits of the table are about. */
import { expect } from "vitest";

import {
  areaLotsReplySchema,
  newsReplySchema,
  ownLotsReplySchema,
  productReplySchema,
  storiesReplySchema,
} from "@yigou/backend/contract";

import { productOf } from "../../lists/products";
import type { Shop } from "../shop";
import { replyOf, type Visitor } from "../visitor";

/** Addresses and codes. */
export interface StoryFacts {
  story: { village: string; household: string; cooperative: string; enterprise: string };
  village_code: string;
  /** Of the cooperative, from a household of the cadre's village, and nothing else. */
  lot_id: string;
  lot_code: string;
  /** Open, over another lot of that household. */
  origin_dispute_id: string;
  /** Of the cadre's village. */
  news_id: string;
}

/** Finds the pages of the demonstration; lists two lots from one household, and disputes one. */
export async function makeStories(shop: Shop, household_id: string): Promise<StoryFacts> {
  const seller = await shop.visitor("cooperative");
  const cadre = await shop.visitor("village_cadre");
  const guest = await shop.visitor("anonymous");
  for (const name of ["甲", "乙"]) {
    const body = productOf(`溯源脐橙 ${process.pid} ${name}`, [household_id]);
    const lot = { code: `溯源-${name}`, harvested_on: "2026-11-01" };
    const listing = { ...body, lot };
    replyOf(await seller.post("/cooperative/products", listing), productReplySchema);
  }
  const { lots } = replyOf(await seller.get("/cooperative/lots?limit=100"), ownLotsReplySchema);
  const named = (name: string) => {
    const found = lots.find((lot) => lot.name === name);
    if (!found) throw new Error(`no lot ${name}`);
    return found;
  };
  const [lot, quarrelled] = [named("溯源-甲"), named("溯源-乙")];
  await cadre.post(`/official/lots/${quarrelled.code}/dispute`, { statement: "不是本村的货" });
  const area = replyOf(
    await cadre.get("/official/lots?state=disputed&limit=100"),
    areaLotsReplySchema,
  );
  const all = replyOf(await guest.get("/store/stories"), storiesReplySchema);
  return {
    story: {
      village: all.villages[0]?.handle ?? "",
      household: all.households[0]?.handle ?? "",
      cooperative: all.cooperatives[0]?.handle ?? "",
      enterprise: all.enterprises[0]?.handle ?? "",
    },
    village_code: cadre.scope ?? "",
    lot_id: lot.id,
    lot_code: lot.code,
    origin_dispute_id: area.lots[0]?.dispute?.id ?? "",
    news_id: await newsOf(cadre, guest, all.villages),
  };
}

/** News of the cadre's village, which says something that no other news says. */
async function newsOf(
  cadre: Visitor,
  guest: Visitor,
  villages: readonly { handle: string }[],
): Promise<string> {
  const zh = `采收开始 ${process.pid}`;
  const path = `/official/villages/${cadre.scope ?? ""}/news`;
  expect((await cadre.post(path, { topic: "harvest", zh, en: "" })).status).toBe(200);
  for (const { handle } of villages) {
    const answer = await guest.get(`/store/news/village/${handle}`);
    const found = replyOf(answer, newsReplySchema).news.find((one) => one.zh === zh);
    if (found) return found.id;
  }
  throw new Error("the news of the village is nowhere");
}
