/** The list of honour: nobody is named who did not ask for it, and whoever leaves is gone. */
import { honoursReplySchema, myHonoursReplySchema } from "@yigou/backend/contract";

import { openShop, type Shop } from "../shop";
import { customerNamed, newBuyer, refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let buyers = 0;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
});
afterAll(() => shop.close());

const buyer = () => {
  buyers += 1;
  return newBuyer(shop.house.url, `honour-${buyers}-${Date.now()}@example.com`);
};
const list = async () =>
  replyOf(await guest.get("/store/honours?limit=100"), honoursReplySchema).honours;
const named = async (name: string) => (await list()).filter((one) => one.name === name);

describe("a buyer", () => {
  it("stands there once under the last name, and is gone after leaving", async () => {
    const one = await buyer();
    for (const name of ["山里来客", "橙子朋友"])
      expect((await one.post("/store/my/honours", { name, show_amount: false })).status).toBe(200);
    expect(await named("山里来客")).toEqual([]);
    expect(await named("橙子朋友")).toHaveLength(1);
    expect((await one.post("/store/my/honours/withdrawal", {})).status).toBe(200);
    expect(await named("橙子朋友")).toEqual([]);
    expect(refusalOf(await one.post("/store/my/honours/withdrawal", {}))).toBe("404 not_found");
  });

  it("who joins six times at once stands there once", async () => {
    const one = await buyer();
    const body = { name: "急性子", show_amount: true };
    await Promise.all(Array.from({ length: 6 }, () => one.post("/store/my/honours", body)));
    expect(await named("急性子")).toHaveLength(1);
  });

  it("tells an amount only when she wants to", async () => {
    const [shy, open] = [await buyer(), await buyer()];
    await shy.post("/store/my/honours", { name: "不说的人", show_amount: false });
    await open.post("/store/my/honours", { name: "说的人", show_amount: true });
    expect((await named("不说的人"))[0]?.reached_fen).toBeNull();
    expect((await named("说的人"))[0]?.reached_fen).toBe(0);
  });

  it("takes no phone number for a name", async () => {
    const one = await buyer();
    const body = { name: "13800138000", show_amount: false };
    expect(refusalOf(await one.post("/store/my/honours", body))).toBe("400 personal_data");
  });
});

describe("a work unit", () => {
  it("is named by its administrator or approver under its own name, and by nobody else", async () => {
    const unit = await customerNamed(shop.house.url, "work_unit");
    const { mine } = replyOf(await unit.get("/store/my/honours"), myHonoursReplySchema);
    const stranger = await buyer();
    for (const { work_unit_id, unit_name } of mine.filter((one) => one.kind === "work_unit")) {
      const body = { work_unit_id, show_amount: true };
      expect(refusalOf(await stranger.post("/store/my/honours", body))).toBe("404 not_found");
      expect((await unit.post("/store/my/honours", body)).status).toBe(200);
      expect(await named(unit_name ?? "")).toHaveLength(1);
      const leave = { work_unit_id };
      expect(refusalOf(await stranger.post("/store/my/honours/withdrawal", leave))).toBe(
        "404 not_found",
      );
    }
    const forged = { work_unit_id: "wunit_nobody", show_amount: true };
    expect(refusalOf(await unit.post("/store/my/honours", forged))).toBe("404 not_found");
  });
});
