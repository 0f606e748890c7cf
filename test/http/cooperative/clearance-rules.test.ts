/** Who may clear at what price: two people below the floor, a cadre proposes, and what is refused. */
import {
  clearancesReplySchema,
  goodReplySchema,
  householdClearancesReplySchema,
  householdsReplySchema,
  ownClearanceReplySchema,
  productReplySchema,
} from "@yigou/backend/contract";

import { changed } from "../../lists/changed";
import { clearanceOf, dayFromNow, wrongClearances } from "../../lists/clearances";
import { productOf } from "../../lists/products";
import { type Listed, listGoods, openShop, type Shop } from "../shop";
import { memberNamed, refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let manager: Visitor;
let books: Visitor;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  manager = await shop.visitor("cooperative");
  books = await memberNamed(shop.house.url, "bookkeeper");
});
afterAll(() => shop.close());

const open = async (body: unknown, who = manager) =>
  replyOf(await who.post("/cooperative/clearances", body), ownClearanceReplySchema).clearance;

const variantOf = async ({ handle }: Listed) =>
  replyOf(await guest.get(`/store/goods/${handle}`), goodReplySchema).good.variants[0];

const offers = async () =>
  replyOf(await guest.get("/store/clearances"), clearancesReplySchema).clearances;

describe("a clearance", () => {
  it("below the floor waits for a second person, and only a second person", async () => {
    const goods = await listGoods(manager, { price_fen: 3990, stock: 50 });
    const low = await open(clearanceOf(goods.variant_id, { price_fen: 1500 }), books);
    expect(low).toMatchObject({
      state: "proposed",
      below_floor: true,
      floor_fen: 1995,
      mine: true,
    });
    expect((await variantOf(goods))?.price_fen).toBe(3990);
    const path = `/cooperative/clearances/${low.id}/steps`;
    expect(refusalOf(await books.post(path, { verb: "approve" }))).toBe("409 same_person");
    const again = clearanceOf(goods.variant_id);
    expect(refusalOf(await manager.post("/cooperative/clearances", again))).toBe(
      "409 clearance_exists",
    );
    replyOf(await manager.post(path, { verb: "approve" }), ownClearanceReplySchema);
    expect((await variantOf(goods))?.price_fen).toBe(1500);
  });

  it("refuses what cannot be: no lower price, more than there is, a day that is over, fees above the price", async () => {
    const goods = await listGoods(manager, { price_fen: 3990, stock: 5 });
    const path = "/cooperative/clearances";
    const tried = async (more: object) =>
      refusalOf(await manager.post(path, { ...clearanceOf(goods.variant_id), ...more }));
    expect(await tried({ price_fen: 3990 })).toBe("400 clearance_not_lower");
    expect(await tried({ quantity: 6 })).toBe("400 clearance_too_many");
    expect(await tried({ last_on: dayFromNow(-1) })).toBe("400 clearance_day");
    expect(await tried({ last_on: dayFromNow(62) })).toBe("400 clearance_day");
    expect(await tried({ price_fen: 400 })).toBe("400 split_exceeds_price");
    const other = await shop.visitor("cooperative_other");
    expect(refusalOf(await other.post(path, clearanceOf(goods.variant_id)))).toBe("404 not_found");
    expect((await variantOf(goods))?.price_fen).toBe(3990);
  });

  it.each(wrongClearances)("is refused with %s", async (_what, path, value) => {
    const body = changed(clearanceOf("variant_1"), path, value);
    expect(refusalOf(await manager.post("/cooperative/clearances", body))).toBe(
      "400 invalid_input",
    );
  });
});

describe("a cadre", () => {
  it("proposes a household's unsold goods, and the cooperative decides", async () => {
    const county = await shop.visitor("county_official");
    const found = await county.get("/official/households?limit=100");
    const own = replyOf(found, householdsReplySchema).households[0]?.id ?? "";
    const body = productOf(`滞销柚子 ${process.pid}`, [own]);
    const listed = replyOf(await manager.post("/cooperative/products", body), productReplySchema);
    const variant_id = listed.product.variants[0]?.id ?? "";
    const path = `/official/households/${own}/clearances`;
    const { goods } = replyOf(await county.get(path), householdClearancesReplySchema);
    expect(goods.map((one) => one.variant_id)).toContain(variant_id);
    const proposed = await county.post(path, clearanceOf(variant_id));
    const { clearance } = replyOf(proposed, ownClearanceReplySchema);
    expect(clearance).toMatchObject({ state: "proposed", below_floor: false, by_official: true });
    expect((await offers()).map((one) => one.variant_id)).not.toContain(variant_id);
    const step = `/cooperative/clearances/${clearance.id}/steps`;
    replyOf(await books.post(step, { verb: "approve" }), ownClearanceReplySchema);
    expect((await offers()).map((one) => one.variant_id)).toContain(variant_id);
    const elsewhere = await shop.visitor("county_official_other");
    expect(refusalOf(await elsewhere.get(path))).toBe("404 not_found");
    expect(refusalOf(await county.post(path, clearanceOf("variant_of_others")))).toBe(
      "404 not_found",
    );
  });
});
