import fc from "fast-check";

import { overlaps, pairingSchema } from "../../../backend/src/modules/pairing/pairing";

const span = (starts_on: string, ends_on: string | null = null) => ({ starts_on, ends_on });

describe("two pairings", () => {
  it.each([
    [
      "that share one day",
      span("2026-01-01", "2026-06-30"),
      span("2026-06-30", "2026-12-31"),
      true,
    ],
    [
      "one after the other",
      span("2026-01-01", "2026-06-30"),
      span("2026-07-01", "2026-12-31"),
      false,
    ],
    [
      "one within the other",
      span("2026-01-01", "2026-12-31"),
      span("2026-03-01", "2026-03-31"),
      true,
    ],
    ["both open", span("2020-01-01"), span("2026-01-01"), true],
    [
      "one ended before the open one began",
      span("2020-01-01", "2025-12-31"),
      span("2026-01-01"),
      false,
    ],
  ])("%s", (_, a, b, due) => {
    expect(overlaps(a, b)).toBe(due);
    expect(overlaps(b, a)).toBe(due);
  });

  it("overlap exactly when a day lies in both", () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((d) => `2026-02-${d.toString().padStart(2, "0")}`);
    const some = fc
      .tuple(day, fc.option(day))
      .map(([a, b]) => (b !== null && b < a ? span(b, a) : span(a, b)));
    const days = Array.from(
      { length: 28 },
      (_, at) => `2026-02-${(at + 1).toString().padStart(2, "0")}`,
    );
    const covers = (one: ReturnType<typeof span>, on: string) =>
      one.starts_on <= on && (one.ends_on === null || on <= one.ends_on);
    fc.assert(
      fc.property(
        some,
        some,
        (a, b) => overlaps(a, b) === days.some((on) => covers(a, on) && covers(b, on)),
      ),
    );
  });

  it("never end before they start", () => {
    const pairing = { household_id: "hh_1", helping_unit_id: "hu_1", responsible_person: "曾立新" };
    expect(
      pairingSchema.safeParse({ ...pairing, ...span("2026-01-02", "2026-01-01") }).success,
    ).toBe(false);
    expect(
      pairingSchema.safeParse({ ...pairing, ...span("2026-01-02", "2026-01-02") }).success,
    ).toBe(true);
  });
});
