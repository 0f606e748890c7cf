/** Income per head: by the members who share the household on each day. */
import { memberDays, perHead } from "../../../backend/src/modules/verified-income/per-head";

const year = { from: "2025-01-01", to: "2025-12-31" };
const always = { joined_on: "2001-05-01", left_on: null };

describe("members who share a household", () => {
  it("count on each day of the span, the first and the last included", () => {
    expect(memberDays([always, always], year)).toEqual({ days: 365, member_days: 730 });
    expect(memberDays([always], { from: "2024-02-28", to: "2024-03-01" })).toEqual({
      days: 3,
      member_days: 3,
    });
  });

  it("count from the day of joining until the day before leaving", () => {
    const born = { joined_on: "2025-12-31", left_on: null };
    const gone = { joined_on: "2001-05-01", left_on: "2025-01-02" };
    expect(memberDays([born], year).member_days).toBe(1);
    expect(memberDays([gone], year).member_days).toBe(1);
  });

  it("do not count when they left before or joined after", () => {
    const before = { joined_on: "2001-05-01", left_on: "2025-01-01" };
    const after = { joined_on: "2026-01-01", left_on: null };
    expect(memberDays([before, after], year).member_days).toBe(0);
  });
});

describe("net income per head", () => {
  it("is the net divided by the members who were there all the time", () => {
    const counted = memberDays([always, always, always], year);
    expect(perHead(2_400_000, counted)).toBe(800_000);
  });

  it("counts who left at the middle of a year for half of it", () => {
    const half = { days: 360, member_days: 360 + 180 };
    expect(perHead(1_500_000, half)).toBe(1_000_000);
  });

  it("rounds to the fen, halves away from zero, also below zero", () => {
    expect(perHead(5, { days: 1, member_days: 2 })).toBe(3);
    expect(perHead(-5, { days: 1, member_days: 2 })).toBe(-3);
    expect(perHead(1, { days: 1, member_days: 3 })).toBe(0);
    expect(Object.is(perHead(-1, { days: 1, member_days: 3 }), -0)).toBe(false);
  });

  it("stays exact where a double would not", () => {
    expect(perHead(9_007_199_254_740_991, { days: 365, member_days: 365 })).toBe(
      9_007_199_254_740_991,
    );
  });

  it("is unknown while nobody shares the household", () => {
    expect(perHead(100, memberDays([], year))).toBeNull();
  });
});
