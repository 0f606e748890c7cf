/** What a poor harvest gives back. */
import { compensationOf } from "../../../backend/src/modules/adoption";

const promise = { promised_g: 5000 };

describe("a harvest", () => {
  it("of four fifths of the promise is fair where no rule says otherwise", () => {
    expect(compensationOf(16_800, { ...promise, given_g: 4000 })).toBe(0);
    expect(compensationOf(16_800, { ...promise, given_g: 6000 })).toBe(0);
  });

  it("below that gives back what is missing of the promise, in the buyer's favour", () => {
    expect(compensationOf(16_800, { ...promise, given_g: 3999 })).toBe(3364);
    expect(compensationOf(16_800, { ...promise, given_g: 2500 })).toBe(8400);
    expect(compensationOf(9999, { promised_g: 3000, given_g: 1000 })).toBe(6666);
    expect(compensationOf(1, { ...promise, given_g: 3000 })).toBe(1);
  });

  it("of nothing gives all back, and never more", () => {
    expect(compensationOf(16_800, { ...promise, given_g: 0 })).toBe(16_800);
  });

  it("follows the rule of the place", () => {
    expect(compensationOf(10_000, { ...promise, given_g: 4900, least_ppm: 1_000_000 })).toBe(200);
    expect(compensationOf(10_000, { ...promise, given_g: 1000, least_ppm: 200_000 })).toBe(0);
  });
});
