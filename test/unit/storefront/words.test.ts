import { learn, speak } from "../../../storefront/src/i18n";
import { en } from "../../../storefront/src/i18n/en";
import { zh } from "../../../storefront/src/i18n/zh";

learn("zh", zh);
learn("en", en);

describe("The words of the shop", () => {
  it("are said in both languages", () => {
    expect(speak("zh")("nav.cart")).toBe("购物车");
    expect(speak("en")("nav.cart")).toBe("Cart");
  });

  it("know one from many where the language does", () => {
    expect(speak("en")("nav.cart_count", { count: 1 })).toBe("Cart, 1 item");
    expect(speak("en")("nav.cart_count", { count: 0 })).toBe("Cart, 0 items");
    expect(speak("en")("nav.cart_count", { count: 12 })).toBe("Cart, 12 items");
    expect(speak("zh")("nav.cart_count", { count: 1 })).toBe("购物车，1 件");
  });

  it("take a value as it stands, and never twice", () => {
    const title = "{{q}} <b>$&</b>";
    expect(speak("zh")("goods.title_search", { q: title })).toContain(title);
  });

  it("say no path where a sentence is asked for", () => {
    const said = (messages: object): string[] =>
      Object.values(messages).flatMap((value: unknown) =>
        typeof value === "object" && value ? said(value) : [String(value)],
      );
    expect(said(zh).filter((sentence) => sentence.trim() === "")).toEqual([]);
    expect(said(en).filter((sentence) => /[一-鿿]/.test(sentence))).toEqual([
      "中文",
      "such as 钟家·青禾",
    ]);
  });
});
