/** What is hidden stays hidden: the whole less the visible never tells of a group under five. */
import fc from "fast-check";

import { hiddenGroups, SMALLEST_GROUP } from "../../../backend/src/queries/income/suppression";

const groupsOf = (counts: readonly number[]) =>
  counts.map((households, code) => ({ code, households }));

describe("hidden groups", () => {
  it("are none when every group is large enough", () => {
    expect([...hiddenGroups(groupsOf([5, 6, 100]))]).toEqual([]);
  });

  it("take the next larger group along when one small group stands alone", () => {
    expect([...hiddenGroups(groupsOf([3, 9, 40]))]).toEqual([0, 1]);
  });

  it("take another along until what is hidden is itself a group", () => {
    expect([...hiddenGroups(groupsOf([1, 2, 7, 50]))]).toEqual([0, 1, 2]);
  });

  it("never tell a small group by subtraction, whatever the groups are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }), (counts) => {
        const hidden = hiddenGroups(groupsOf(counts));
        for (const [code, households] of counts.entries())
          if (households < SMALLEST_GROUP) expect(hidden.has(code)).toBe(true);
        const whole = counts.reduce((sum, one) => sum + one, 0);
        // A whole below five is itself not told.
        if (hidden.size === 0 || whole < SMALLEST_GROUP || counts.length === 1) return;
        const rest = counts.reduce((sum, one, at) => sum + (hidden.has(at) ? one : 0), 0);
        expect(rest).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        expect(hidden.size).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
