/** The list of a gift: read from text and from tables; keeps nothing. */
import { giftListReplySchema } from "@yigou/backend/contract";

import { typedList } from "../../lists/gifts";
import { openShop, type Shop } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
});
afterAll(() => shop.close());

describe("a list of recipients", () => {
  it("is read from text and from a table, and told by row and field what is wrong", async () => {
    const typed = await guest.post("/store/gift-lists", { text: typedList(20) });
    expect(replyOf(typed, giftListReplySchema).recipients).toHaveLength(20);
    const csv = `姓名,手机,省,市,区县,详细地址\n李明,10012345678,福建省,泉州市,南安市,北门 1 号\n王芳,123,福建省,泉州市,南安市,北门 2 号\n`;
    const form = new FormData();
    form.set("file", new Blob([csv], { type: "text/csv" }), "list.csv");
    const { recipients, errors, text } = replyOf(
      await guest.post("/store/gift-lists", form),
      giftListReplySchema,
    );
    expect(recipients).toEqual([]);
    expect(errors).toMatchObject([{ row: 3, field: "phone" }]);
    expect(text.split("\n")).toHaveLength(2);
    expect(refusalOf(await guest.post("/store/gift-lists", {}))).toBe("400 invalid_input");
  });
});
