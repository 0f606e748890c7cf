/** Texts that are published name nobody: numbers, health words and house numbers are found however they are written. */
import { findPersonalData } from "../../../backend/src/modules/story/screening";

describe("a text that may not be published", () => {
  it.each([
    ["an ID number", "联系人 990000199001011234", "id_number"],
    ["an ID number that ends in X", "99000019900101123X", "id_number"],
    ["an ID number with blanks", "990000 1990 0101 1234", "id_number"],
    ["an ID number in full-width digits", "９９００００１９９００１０１１２３４", "id_number"],
    ["a phone number", "电话10000001234，欢迎来", "phone"],
    ["a phone number with dashes", "138-0013-8000", "phone"],
    ["a phone number with +86", "+86 138 0013 8000", "phone"],
    ["a phone number in Chinese digits", "打一三八零零一三八零零零", "phone"],
    ["a phone number with 幺", "幺三八零零幺三八零零零", "phone"],
    ["a number of the fixed line", "0797-3312345", "phone"],
    ["a bank card", "卡号 6222 0212 3456 7890 123", "bank_card"],
    ["an illness", "老伴患病多年", "health"],
    ["a disability", "他残疾，还种着三亩地", "health"],
    ["a hardship", "全村低保户都来了", "health"],
    ["an illness in English", "After his cancer he planted trees", "health"],
    ["a house number", "来长岗路 12 号找我", "address"],
  ])("tells %s", (_, text, kind) => {
    expect(findPersonalData(text)).toContain(kind);
  });
});

describe("a text that may be published", () => {
  it.each([
    "坡上种橙 30 亩，2019 年挂果，每斤 4.5 元。",
    "采收 2026-11-01，本批 1200 斤，5 户交货。",
    "批次 XF-2026-1103，箱贴扫码可查。",
    "We picked 1,200 kg in 2026; the stream runs at 300 m.",
    "编号 1234567890 的苗木",
    "一年四季，三餐两茶，一二三四五六七。",
  ])("is left alone: %s", (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it("names each kind once, and never the words themselves", () => {
    const found = findPersonalData("10000001234 或 10000005678，残疾");
    expect(found).toEqual(["phone", "health"]);
  });
});
