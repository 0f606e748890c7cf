/** What is suggested, and what somebody meant who mistyped. */
import {
  didYouMean,
  lastWordOf,
  vocabularyOf,
  type Word,
} from "../../../backend/src/modules/shelf";
import { editDistance, spelledWord } from "../../../backend/src/modules/shelf/vocabulary";

const word = (text: string, goods = 1): Word => ({ ...spelledWord(text), kind: "good", goods });
const words = [
  "脐橙",
  "猕猴桃",
  "蜂蜜",
  "赣南",
  "信丰县",
  "信丰",
  "白茶",
  "红茶",
  "米粉",
  "oranges",
].map((text) => word(text));

describe("the words of a good", () => {
  const of = vocabularyOf({
    title: "赣南脐橙 10斤装",
    title_en: "Gannan navel oranges, 5 kg",
    category: "水果",
    places: ["信丰县", "大塘埠镇"],
  });

  it("are those of its title, its kind and its places, with their short names", () => {
    expect([...of.keys()]).toEqual(
      expect.arrayContaining(["赣南", "脐橙", "oranges", "水果", "信丰县", "信丰", "大塘埠"]),
    );
    expect(of.get("信丰")).toBe("place");
    expect(of.get("水果")).toBe("category");
  });

  it("are no numbers and no single characters", () => {
    for (const one of of.keys()) expect(one).toMatch(/^[^\d]{2,}$/);
  });
});

describe("a spelling", () => {
  it.each([
    ["蔚县", "yuxian", "yx"],
    ["单县", "shanxian", "sx"],
    ["洪洞", "hongtong", "ht"],
    ["猕猴桃", "mihoutao", "mht"],
    ["茶", "cha", ""],
  ])("of %s is %s, in short %s", (text, spelling, initials) => {
    expect(spelledWord(text)).toEqual({ word: text, spelling, initials });
  });
});

describe("did you mean", () => {
  it.each([
    ["脐登", "脐橙"],
    ["猕候桃", "猕猴桃"],
    ["qichegn", "脐橙"],
    ["mihotao", "猕猴桃"],
    ["赣南脐登", "赣南脐橙"],
    ["信丰 脐登", "信丰 脐橙"],
    ["信丰 qichegn", "信丰 脐橙"],
    ["ornages", "oranges"],
  ])("%s: %s", (typed, meant) => {
    expect(didYouMean(typed, words)).toBe(meant);
  });

  it.each(["脐橙", "信丰 脐橙", "qicheng", "qich", "qc", "拖拉机", "tractor", "橙", "ab", ""])(
    "%s: nothing, for it is known or nothing is near",
    (typed) => {
      expect(didYouMean(typed, words)).toBeNull();
    },
  );

  it("names the commoner of two that are as near", () => {
    expect(didYouMean("abcde", [word("abcdx", 2), word("abcdy", 9)])).toBe("abcdy");
  });
});

describe("the distance of two texts", () => {
  it.each([
    ["qicheng", "qichegn", 1],
    ["qicheng", "qicheng", 0],
    ["", "abc", 3],
    ["脐登", "脐橙", 1],
    ["kitten", "sitting", 3],
  ])("%s and %s: %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe("the word that is being typed", () => {
  it.each([
    ["qi", { before: "", word: "qi" }],
    ["信丰 qi", { before: "信丰", word: "qi" }],
    ["信丰QI", { before: "信丰", word: "qi" }],
    ["脐", { before: "", word: "脐" }],
    ["  ,", null],
  ])("of %j is %j", (typed, last) => {
    expect(lastWordOf(typed)).toEqual(last);
  });
});
