import { afterDays, worthOfUnits } from "../../../backend/src/modules/complaint/worth";

describe("what units of a line are worth", () => {
  it.each([
    [10_000, 3],
    [1, 7],
    [9_999_999, 999],
  ])("adds up to all %i fen, unit by unit of %i", (paid_fen, quantity) => {
    const each = Array.from({ length: quantity }, (_, earlier) =>
      worthOfUnits(paid_fen, { quantity, earlier }, 1),
    );
    expect(each.reduce((sum, one) => sum + one, 0)).toBe(paid_fen);
    expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
    expect(worthOfUnits(paid_fen, { quantity, earlier: 0 }, quantity)).toBe(paid_fen);
  });
});

it("a deadline is over so many days later to the millisecond", () => {
  const at = new Date("2026-11-22T04:05:06.007Z");
  expect(afterDays(at, 3).toISOString()).toBe("2026-11-25T04:05:06.007Z");
});
