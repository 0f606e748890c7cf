/** Measured, verified and estimated figures are never added together: the compiler and the code refuse. */
import { expectTypeOf } from "vitest";

import {
  addGraded,
  graded,
  type Grade,
  type Graded,
  GradesDiffer,
  subtractGraded,
} from "@yigou/backend/contract/grades";
import { differencesOf } from "../../../backend/src/modules/verified-income/differences";

const measured = graded("measured", 100);
const verified = graded("verified", 250);

describe("figures of one grade", () => {
  it("are added and taken from each other, and keep their grade", () => {
    expect(addGraded(measured, graded("measured", 20), graded("measured", 3))).toEqual({
      grade: "measured",
      fen: 123,
    });
    expect(subtractGraded(verified, graded("verified", 300)).fen).toBe(-50);
    expectTypeOf(addGraded(verified, verified)).toEqualTypeOf<Graded<"verified">>();
  });
});

describe("figures of different grades", () => {
  it("do not compile together", () => {
    // @ts-expect-error a verified figure is no measured one
    expect(() => addGraded(measured, verified)).toThrow(GradesDiffer);
    // @ts-expect-error nor may it be taken from one
    expect(() => subtractGraded(measured, verified)).toThrow(GradesDiffer);
    // @ts-expect-error nor does a sum of one grade fit where another belongs
    const wrong: Graded<"verified"> = measured;
    expect(wrong.grade).toBe("measured");
  });

  it("are refused when the program runs, where the compiler cannot know", () => {
    const found: Graded<Grade>[] = [measured, graded("estimated", 5)];
    const [first = measured, ...rest] = found;
    expect(() => addGraded<Grade>(first, ...rest)).toThrow("never added together");
  });
});

describe("the two columns", () => {
  const platform = { wage: 100, business: 200, property: 0, transfer: 0 };
  const found = { wage_fen: 100, business_gross_fen: 200, property_fen: 0, transfer_fen: 0 };

  it("need no reason where they agree", () => {
    expect(differencesOf(found, platform)).toEqual([]);
  });

  it("need one for each category in which they differ, by a single fen", () => {
    expect(differencesOf({ ...found, wage_fen: 101, transfer_fen: 1 }, platform)).toEqual([
      "wage",
      "transfer",
    ]);
  });
});
