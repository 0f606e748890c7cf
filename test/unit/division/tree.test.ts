import {
  levelOf,
  prefixOf,
  pinyinOf,
  codeOfScope,
} from "../../../backend/src/modules/division/tree";
import { narrowScope } from "../../../backend/src/queries/division/narrow-scope";

describe("a division code", () => {
  it.each([
    ["360000000000", "province", "36"],
    ["360700000000", "city", "3607"],
    ["360722000000", "county", "360722"],
    ["360722101000", "township", "360722101"],
    ["360722101200", "village", "360722101200"],
    // A county whose own digits end in zero must not be taken for a city.
    ["360110000000", "county", "360110"],
  ])("%s is a %s with the prefix %s", (code, level, prefix) => {
    expect(levelOf(code)).toBe(level);
    expect(prefixOf(code)).toBe(prefix);
    expect(codeOfScope(prefix)).toBe(code);
  });

  it("keeps a prefix that is one already", () => {
    expect(prefixOf("350583")).toBe("350583");
  });
});

describe("the scope of a request", () => {
  it("is the own prefix when nothing is asked for", () => {
    expect(narrowScope("360722", undefined)).toBe("360722");
  });

  it("narrows to a place within, written with or without its zeros", () => {
    expect(narrowScope("360722", "360722101")).toBe("360722101");
    expect(narrowScope("360722", "360722101000")).toBe("360722101");
    expect(narrowScope("360722", "360722000000")).toBe("360722");
  });

  it.each(["350583", "36", "3607", "360722102", "360000000000", "360722102200"])(
    "does not find %s from a township beside, below or above it",
    (asked) => {
      expect(() => narrowScope("360722101", asked)).toThrow(
        expect.objectContaining({ code: "not_found" }),
      );
    },
  );
});

describe("the pinyin of a name", () => {
  it.each([
    ["信丰县", "xinfengxian"],
    ["蔚县", "yuxian"],
    ["单县", "shanxian"],
    ["绿春县", "lvchunxian"],
  ])("%s is %s", (name, letters) => {
    expect(pinyinOf(name)).toBe(letters);
  });
});
