/** What a good is found by: Chinese, pinyin, initials, English, and all of them mixed. */
import { searchDocument, searchQuery } from "../../../backend/src/modules/shelf";

const orange = searchDocument({
  title: "赣南脐橙 10斤装",
  title_en: "Gannan navel oranges",
  names: ["信丰县", "大塘埠镇", "水果", "大塘埠镇·钟家"],
  description: "十一月采摘，坏果包赔",
});

/** The words of a document without their places. */
function wordsOf(document: string): string[] {
  return [...document.matchAll(/'((?:[^']|'')+)':/g)].map((match) => match[1] ?? "");
}

describe("the words of a good", () => {
  it("are its words, their pinyin and their initials", () => {
    const words = wordsOf(orange);
    expect(words).toEqual(expect.arrayContaining(["脐橙", "qicheng", "qc", "赣南", "gannan"]));
    expect(words).toEqual(expect.arrayContaining(["信丰", "xinfengxian", "navel", "10"]));
  });

  it("count more in the title than in the description", () => {
    expect(orange).toMatch(/'脐橙':\d+A/);
    expect(orange).toMatch(/'采摘':\d+[ ,]/);
  });

  it("read county names as the people there do", () => {
    const document = (name: string) =>
      wordsOf(searchDocument({ title: "小米", title_en: "", names: [name], description: "" }));
    expect(document("蔚县")).toContain("yuxian");
    expect(document("单县")).toContain("shanxian");
    expect(document("洪洞")).toContain("hongtong");
  });

  it("keep rare characters whole", () => {
    const words = wordsOf(
      searchDocument({ title: "𠮷祥䶮米", title_en: "", names: [], description: "" }),
    );
    expect(words).toEqual(expect.arrayContaining(["𠮷", "䶮"]));
  });

  it("never break the literal, whatever a title holds", () => {
    const document = searchDocument({
      title: "it's \\ a ':* & | ! ( ) 😀 title",
      title_en: "",
      names: [],
      description: "",
    });
    expect(wordsOf(document)).toEqual(["it", "s", "a", "title"]);
  });
});

describe("a query", () => {
  it("asks for every part of what was typed", () => {
    expect(searchQuery("信丰 qc")).toBe("('信丰' | ('信' <-> '丰')) & 'qc':*");
  });

  it("divides a mixed word where the script changes", () => {
    expect(searchQuery("信丰qicheng")).toBe("('信丰' | ('信' <-> '丰')) & 'qicheng':*");
  });

  it("asks for the characters in their order, so that a part of a word is enough", () => {
    expect(searchQuery("南脐")).toBe("('南脐' | ('南' <-> '脐'))");
  });

  it("asks for nothing when there is no letter in it", () => {
    expect(searchQuery(":*&|!() 😀")).toBeNull();
  });

  it("keeps operators of the database out", () => {
    expect(searchQuery("a' | 'b")).toBe("'a':* & 'b':*");
  });
});
