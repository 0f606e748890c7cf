import {
  categoryOf,
  labelOf,
  monitoringLineOn,
  returnWindowDays,
  rulePackContentSchema,
  rulePackSchema,
  selectPack,
} from "../../../backend/src/modules/rules/pack";
import { dayInShanghai } from "../../../backend/src/contract/day";
import { packContent } from "./pack-content";

const packs = [
  { id: "country", division_code: "", effective_on: "2021-01-01" },
  { id: "county", division_code: "360722", effective_on: "2025-01-01" },
  { id: "county-new", division_code: "360722", effective_on: "2026-01-01" },
  { id: "township", division_code: "360722101", effective_on: "2024-01-01" },
];

describe("the pack that holds", () => {
  it.each([
    ["of the township, though the county's is newer", "360722101200", "2026-05-01", "township"],
    ["of the county beside it", "360722102200", "2026-05-01", "county-new"],
    ["of the year before, until the new one begins", "360722102200", "2025-12-31", "county"],
    ["from its first day on", "360722102200", "2026-01-01", "county-new"],
    ["of the whole country where a place has none", "350583112205", "2026-05-01", "country"],
    ["of the whole country before the place had one", "360722101200", "2023-12-31", "country"],
  ])("is that %s", (_, code, day, id) => {
    expect(selectPack(packs, code, day)?.id).toBe(id);
    expect(selectPack([...packs].reverse(), code, day)?.id).toBe(id);
  });

  it("is none before the first one began", () => {
    expect(selectPack(packs, "360722101200", "2020-12-31")).toBeNull();
  });
});

describe("what a pack says", () => {
  const content = rulePackContentSchema.parse(packContent());

  it("labels a code, and leaves an unknown one as it is", () => {
    expect(labelOf(content.household_types, "five_guarantee")).toBe("五保户");
    expect(labelOf(content.household_types, "low_income")).toBe("low_income");
  });

  it("takes the newest monitoring line up to the year", () => {
    expect(monitoringLineOn(content, 2020)).toBeNull();
    expect(monitoringLineOn(content, 2021)).toBe(600_000);
    expect(monitoringLineOn(content, 2030)).toBe(820_000);
  });

  it("gives goods of an unnamed kind the days of the rest", () => {
    expect(returnWindowDays(content, "fresh")).toBe(3);
    expect(returnWindowDays(content, "craft")).toBe(7);
  });

  it("counts a purchase as business and a bonus as not countable", () => {
    expect(categoryOf(content, "purchase")).toEqual({ category: "business", countable: true });
    expect(categoryOf(content, "bonus")).toEqual({ category: "transfer", countable: false });
    expect(categoryOf(content, "unheard_of")).toBeNull();
  });
});

describe("a pack that says nonsense is refused", () => {
  const pack = { division_code: "36", effective_on: "2026-01-01", content: packContent() };

  it("when it is whole, it passes", () => {
    expect(rulePackSchema.safeParse(pack).success).toBe(true);
  });

  it.each([
    ["a fraction of a fen", { monitoring_lines: [{ year: 2021, line_fen: 0.5 }] }],
    [
      "a code twice",
      {
        tiers: [
          { code: "city", label: "市定" },
          { code: "city", label: "市级" },
        ],
      },
    ],
    ["no household type", { household_types: [] }],
    ["an unknown field", { motto: "x" }],
    [
      "a category that is none of the four",
      { linkages: [{ code: "gift", label: "礼", category: "gift", countable: true }] },
    ],
  ])("%s", (_, wrong) => {
    expect(rulePackSchema.safeParse({ ...pack, content: packContent(wrong) }).success).toBe(false);
  });

  it.each(["3", "36072x", "3607221012000"])("the place %s", (division_code) => {
    expect(rulePackSchema.safeParse({ ...pack, division_code }).success).toBe(false);
  });
});

describe("a day in Shanghai", () => {
  it("begins at four in the afternoon in UTC", () => {
    expect(dayInShanghai(new Date("2026-11-21T15:59:59.999Z"))).toBe("2026-11-21");
    expect(dayInShanghai(new Date("2026-11-21T16:00:00Z"))).toBe("2026-11-22");
  });
});
