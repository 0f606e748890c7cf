import { maskedName } from "../../../backend/src/modules/review/masked-name";
import { rated } from "../../../backend/src/modules/review/rating";

describe("a name under a review", () => {
  it.each([
    ["张三丰", "张**"],
    ["𠮷田", "𠮷**"],
    [" anna Li", "A**"],
    ["", null],
    ["  ", null],
    ["13800138000", null],
    [null, null],
  ])("of %s is %s", (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });
});

describe("the mean of stars", () => {
  it.each([
    [[0, 0, 0, 1, 2], 467],
    [[1, 0, 0, 0, 1], 300],
    [[0, 0, 0, 7, 1], 413],
    [[0, 0, 0, 0, 0], null],
  ])("of %j is %s hundredths", (counts, mean) => {
    expect(rated({ counts }).mean_hundredths).toBe(mean);
  });
});
