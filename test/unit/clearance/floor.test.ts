/** The rules of a clearance: the floor and the last day. */
import { endOfDay, floorOf, isClearanceDay } from "../../../backend/src/modules/clearance";

describe("the floor of a clearance price", () => {
  it("is half of the usual price where no rule says otherwise, never undercut by rounding", () => {
    expect(floorOf(3990).floor_fen).toBe(1995);
    expect(floorOf(3991).floor_fen).toBe(1996);
    expect(floorOf(1).floor_fen).toBe(1);
  });

  it("follows the rule of the place", () => {
    expect(floorOf(10_000, 700_000)).toEqual({ floor_fen: 7000, floor_ppm: 700_000 });
    expect(floorOf(9999, 333_333).floor_fen).toBe(3333);
    expect(floorOf(10_000, 0).floor_fen).toBe(0);
  });
});

describe("the last day of a clearance", () => {
  it("is over at midnight in Shanghai", () => {
    expect(endOfDay("2026-11-22").toISOString()).toBe("2026-11-22T16:00:00.000Z");
  });

  it("lies between today and sixty days on, by Shanghai's calendar", () => {
    const now = new Date("2026-11-22T15:59:59Z");
    expect(isClearanceDay("2026-11-22", now)).toBe(true);
    expect(isClearanceDay("2026-11-21", now)).toBe(false);
    expect(isClearanceDay("2026-11-22", new Date("2026-11-22T16:00:00Z"))).toBe(false);
    expect(isClearanceDay("2027-01-21", now)).toBe(true);
    expect(isClearanceDay("2027-01-22", now)).toBe(false);
  });
});
