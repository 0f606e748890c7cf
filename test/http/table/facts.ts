/** What the visits of the table are about: one buyer's orders, one cooperative's goods, one household. */
import { z } from "zod";

import {
  contractReplySchema,
  entryReplySchema,
  cooperativeMeReplySchema,
  householdsReplySchema,
  ownAdoptionReplySchema,
  ownClearanceReplySchema,
  statementPageSchema,
  workUnitReplySchema,
} from "@yigou/backend/contract";

import { address } from "../../lists/addresses";
import { adoptionOf } from "../../lists/adoptions";
import { checkoutOf } from "../../lists/checkouts";
import { giftOf } from "../../lists/gifts";
import { clearanceOf } from "../../lists/clearances";
import {
  buy,
  buyOne,
  type Listed,
  listGoods,
  type Shop,
  suppliersOf,
  untilCredited,
} from "../shop";
import { type AfterSaleFacts, makeAfterSale } from "./after-sale-facts";
import { makeSettlement, type SettlementFacts } from "./settlement-facts";
import { makeStories, type StoryFacts } from "./story-facts";
import { customerNamed, register, replyOf, type Visitor } from "../visitor";

/** Ids that visits name. */
export interface Facts extends SettlementFacts, StoryFacts, AfterSaleFacts {
  goods: Listed;
  /** Paid, by the buyer. */
  order_id: string;
  order_line_id: string;
  /** Waits for a bank transfer, by the work unit. */
  transfer_order_id: string;
  transfer_total_fen: number;
  /** In the village of the village cadre. */
  household_id: string;
  head_name: string;
  /** Of a cooperative in the county of the county official that has applied. */
  application_id: string;
  /** Prepared by the cooperative's manager, not decided. */
  entry_id: string;
  /** A tree that the buyer has not adopted. */
  adoption_id: string;
  /** A gift to two people, by the buyer. */
  gift_order_id: string;
  /** A clearance that waits for a second person. */
  clearance_id: string;
  /** The cooperative that sold the order. */
  cooperative_id: string;
  /** The transaction of the order's capture. */
  seq: number;
}

/** The first transaction of an order. */
async function firstSeq(seller: Visitor, order_id: string): Promise<number> {
  const answer = await seller.get(`/cooperative/statements/order/${order_id}`);
  return replyOf(answer, statementPageSchema).entries[0]?.seq ?? 0;
}

/** A wage of the household, under a contract. */
async function entry(seller: Visitor, household_id: string): Promise<string> {
  const contract = { household_id, linkage: "wage", terms: "果园务工", starts_on: "2025-01-01" };
  replyOf(await seller.post("/cooperative/contracts", contract), contractReplySchema);
  const wage = { household_id, linkage: "wage", period: "2026-09", amount_fen: 180_000 };
  return replyOf(await seller.post("/cooperative/entries", wage), entryReplySchema).entry.id;
}

async function household(cadre: Visitor): Promise<{ id: string; head_name: string }> {
  const reply = replyOf(await cadre.get("/official/households?limit=1"), householdsReplySchema);
  const [first] = reply.households;
  if (!first) throw new Error("the cadre's village has no household");
  return first;
}

async function application(shop: Shop, county: Visitor): Promise<string> {
  const email = `applicant-${Date.now()}@example.com`;
  const applicant = await register(shop.house.url, "cooperative", {
    email,
    password: "orange-tree-1",
  });
  const body = {
    name: `测试合作社${Date.now()}`,
    division_code: (county.scope ?? "").slice(0, 6).padEnd(12, "0"),
    license_no: `93990000MA${String(Date.now()).slice(-8)}`,
    contact_name: "周䶮",
    contact_phone: "10012345678",
  };
  const reply = z.object({ cooperative: z.object({ id: z.string() }) });
  return replyOf(await applicant.post("/cooperative/applications", body), reply).cooperative.id;
}

/** Makes everything that the visits are about. */
/** One household's trees. */
async function adoption(seller: Visitor): Promise<string> {
  const [home = ""] = await suppliersOf(seller);
  const answer = await seller.post("/cooperative/adoptions", adoptionOf(home));
  return replyOf(answer, ownAdoptionReplySchema).adoption.product_id;
}

/** A proposal of the cooperative's own, on goods that nothing else of the table names. */
async function clearance(seller: Visitor): Promise<string> {
  const { variant_id } = await listGoods(seller);
  const body = clearanceOf(variant_id, { price_fen: 900 });
  const answer = await seller.post("/cooperative/clearances", body);
  return replyOf(answer, ownClearanceReplySchema).clearance.id;
}

export async function makeFacts(shop: Shop): Promise<Facts> {
  const [buyer, seller] = [await shop.visitor("buyer"), await shop.visitor("cooperative")];
  const goods = await listGoods(seller);
  const { order } = await buyOne(buyer, goods.variant_id);
  await untilCredited(buyer, order.id);
  const unit = await customerNamed(shop.house.url, "work_unit");
  const { work_units } = replyOf(await unit.get("/store/my/work-units"), workUnitReplySchema);
  const transfer = await buy(unit, {
    items: [{ variant_id: goods.variant_id, quantity: 2 }],
    email: "unit@example.com",
    shipping_address: { ...address },
    payment_provider_id: "pp_bank_transfer",
    work_unit_id: work_units[0]?.id ?? "",
  });
  const own = replyOf(await seller.get("/cooperative/me"), cooperativeMeReplySchema);
  const home = await household(await shop.visitor("village_cadre"));
  return {
    goods,
    order_id: order.id,
    order_line_id: order.lines[0]?.id ?? "",
    transfer_order_id: transfer.order.id,
    transfer_total_fen: transfer.order.total_fen,
    ...(await makeSettlement(shop, home.id)),
    ...(await makeStories(shop, home.id)),
    ...(await makeAfterSale(shop, order)),
    household_id: home.id,
    cooperative_id: own.cooperative.id,
    adoption_id: await adoption(seller),
    gift_order_id: (await buy(buyer, giftOf(goods.variant_id, 2))).order.id,
    clearance_id: await clearance(seller),
    seq: await firstSeq(seller, order.id),
    head_name: home.head_name,
    entry_id: await entry(seller, home.id),
    application_id: await application(shop, await shop.visitor("county_official")),
  };
}

/** An ordinary purchase of the table's goods. */
export const purchaseOf = (facts: Facts) => checkoutOf(facts.goods.variant_id);
