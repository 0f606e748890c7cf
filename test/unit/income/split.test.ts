import { allocate, sharesPpm, splitLine, type SplitTerms } from "@yigou/backend/contract/split";
import { fenToYuan, formatFen, roundToFen, yuanToFen } from "@yigou/backend/contract/fen";
import fc from "fast-check";

const terms = { service_ppm: 200_000, platform_ppm: 0, packing_fen: 199, freight_fen: 200 };
const takers = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1 }), weight: fc.nat(10_000_000) }),
  {
    selector: (taker) => taker.id,
    minLength: 1,
    maxLength: 12,
  },
);

describe("a box of oranges for 39.90 yuan", () => {
  it("brings 27.93 to the households, 7.98 to the cooperative, 3.99 to packing and freight", () => {
    const split = splitLine(3990, 1, terms);
    expect(split).toEqual({
      household_fen: 2793,
      service_fen: 798,
      packing_fen: 199,
      freight_fen: 200,
      platform_fen: 0,
    });
  });

  it("is split three times over for three boxes, to the fen", () => {
    const parts = Object.values(splitLine(11_970, 3, terms));
    expect(parts).toEqual([8379, 2394, 597, 600, 0]);
  });

  it("gives nothing to anybody that was not paid: a line that a discount brought to zero is zero", () => {
    expect(Object.values(splitLine(0, 3, terms))).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("any paid line", () => {
  it("is divided into parts that are never negative and add up to what was paid", () => {
    const rule = fc.record<SplitTerms>({
      service_ppm: fc.nat(900_000),
      platform_ppm: fc.nat(100_000),
      packing_fen: fc.nat(5000),
      freight_fen: fc.nat(5000),
    });
    fc.assert(
      fc.property(
        fc.nat(100_000_000),
        fc.integer({ min: 1, max: 999 }),
        rule,
        (paid, quantity, rule_) => {
          const parts = Object.values(splitLine(paid, quantity, rule_));
          expect(parts.every((part) => part >= 0)).toBe(true);
          expect(parts.reduce((sum: number, part: number) => sum + part, 0)).toBe(paid);
        },
      ),
    );
  });
});

describe("sharing by weight", () => {
  it("gives the odd fen to the largest remainder, and to the smaller id when remainders tie", () => {
    expect(
      allocate(100, [
        { id: "b", weight: 1 },
        { id: "a", weight: 1 },
        { id: "c", weight: 1 },
      ]),
    ).toEqual([33, 34, 33]);
    expect(
      allocate(10, [
        { id: "a", weight: 62 },
        { id: "b", weight: 38 },
      ]),
    ).toEqual([6, 4]);
  });

  it("adds up to the whole and stays within one fen of the exact share", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), takers, (total, all) => {
        const weight = all.reduce((sum, taker) => sum + taker.weight, 0);
        fc.pre(weight > 0);
        const parts = allocate(total, all);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        for (const [i, part] of parts.entries()) {
          expect(Math.abs(part - (total * (all[i]?.weight ?? 0)) / weight)).toBeLessThan(1 + 1e-6);
        }
      }),
    );
  });

  it("does not depend on the order in which households are named", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), takers, (total, all) => {
        fc.pre(all.some((taker) => taker.weight > 0));
        const forward = new Map(allocate(total, all).map((part, i) => [all[i]?.id, part]));
        const reversed = [...all].reverse();
        const backward = new Map(
          allocate(total, reversed).map((part, i) => [reversed[i]?.id, part]),
        );
        expect(backward).toEqual(
          new Map([...reversed].map((taker) => [taker.id, forward.get(taker.id)])),
        );
      }),
    );
  });

  it("refuses to share among nobody, by no weight, or a negative whole", () => {
    expect(() => allocate(1, [])).toThrow(RangeError);
    expect(() => allocate(1, [{ id: "a", weight: 0 }])).toThrow(RangeError);
    expect(() => allocate(-1, [{ id: "a", weight: 1 }])).toThrow(RangeError);
  });

  it("shows shares that add up to one million parts", () => {
    const shares = sharesPpm([
      { household_id: "hh_zhong", weight_g: 310_000 },
      { household_id: "hh_lai", weight_g: 190_000 },
    ]);
    expect(shares).toEqual([620_000, 380_000]);
  });
});

describe("yuan and fen", () => {
  it("turn into each other without losing a fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (fen) => {
        expect(yuanToFen(formatFen(fen))).toBe(fen);
        expect(yuanToFen(fenToYuan(fen))).toBe(fen);
      }),
    );
  });

  it("round a percentage discount's fraction to the nearest fen, halves away from zero", () => {
    expect(roundToFen(26.7397)).toBe(2674);
    expect(roundToFen("0.005")).toBe(1);
    expect(roundToFen("-0.005")).toBe(-1);
    expect(roundToFen("0.0049")).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (fen) => {
        expect(roundToFen(formatFen(fen))).toBe(fen);
      }),
    );
  });

  it("takes what float sums of yuan look like, and refuses a fraction of a fen", () => {
    expect(yuanToFen(0.1 + 0.2)).toBe(30);
    expect(yuanToFen("39.9")).toBe(3990);
    expect(() => yuanToFen("39.901")).toThrow(RangeError);
    expect(() => yuanToFen("NaN")).toThrow(RangeError);
    expect(() => yuanToFen(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});
