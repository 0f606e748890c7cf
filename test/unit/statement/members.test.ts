/** Per head: who shared the household on which day. */
import fc from "fast-check";

import { daysBetween, memberDays, perHead } from "../../../backend/src/queries/statement/members";
import { daysOf, nextPeriod, spanOf } from "../../../backend/src/queries/statement/span";

const november = ["2026-11-01", "2026-12-01"] as const;

describe("the members of a household over a month", () => {
  it("count for the days on which they shared it", () => {
    const members = [
      { joined_on: "2020-05-01", left_on: null },
      { joined_on: "2026-11-16", left_on: null },
      { joined_on: "2020-05-01", left_on: "2026-11-11" },
      { joined_on: "2020-05-01", left_on: "2026-10-31" },
      { joined_on: "2026-12-01", left_on: null },
    ];
    expect(memberDays(members, ...november)).toBe(30 + 15 + 10);
    expect(daysBetween(...november)).toBe(30);
  });
});

describe("income per head", () => {
  it("is the amount itself for one person, and for a household without any on file", () => {
    expect(perHead(12_345, 30, 30)).toBe(12_345);
    expect(perHead(12_345, 30, 0)).toBe(12_345);
  });

  it("times the people is never further from the amount than half a fen each", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 1, max: 20 }),
        (fen, people) => {
          const each = perHead(fen, 30, 30 * people);
          expect(Math.abs(each * people - fen)).toBeLessThanOrEqual(people / 2);
        },
      ),
    );
  });
});

describe("a span of accounting months", () => {
  const now = new Date("2026-11-30T17:00:00Z");

  it("is the year so far when nothing is said; the month is that of Shanghai", () => {
    expect(spanOf({}, now)).toEqual({ from: 202601, to: 202612 });
  });

  it("must not end before it begins", () => {
    expect(() => spanOf({ from: "2026-11", to: "2026-10" }, now)).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });

  it("knows its days across a year's end", () => {
    expect(daysOf({ from: 202611, to: 202612 })).toEqual({
      first: "2026-11-01",
      after: "2027-01-01",
    });
    expect(nextPeriod(202601, -11)).toBe(202502);
  });
});
