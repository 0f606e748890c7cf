/** Days of members that contradict each other, told by the field that is at fault. */
import {
  contradictionOf,
  headContradiction,
} from "../../../backend/src/modules/household/member-days";

const TODAY = "2026-11-23";
const someone = { id: "hhm_a", birth_year: 1990, joined_on: "2016-05-01", left_on: null };
const became = (on: string) =>
  ({ kind: "head", member_id: "hhm_a", former_id: "hhm_b", on }) as const;
const handed = (on: string) =>
  ({ kind: "head", member_id: "hhm_b", former_id: "hhm_a", on }) as const;

describe("the days of a member", () => {
  it.each([
    [{}, [], null],
    [{ joined_on: TODAY }, [], null],
    [{ joined_on: "2026-11-24" }, [], "joined_on"],
    [{ joined_on: "1990-01-01" }, [], null],
    [{ joined_on: "1989-12-31" }, [], "joined_on"],
    [{ birth_year: null, joined_on: "1989-12-31" }, [], null],
    [{ left_on: TODAY }, [], null],
    [{ left_on: "2026-11-24" }, [], "left_on"],
    [{ left_on: "2016-05-01" }, [], null],
    [{ left_on: "2016-04-30" }, [], "left_on"],
    [{ joined_on: "2020-01-02" }, [became("2020-01-01")], "joined_on"],
    [{ joined_on: "2020-01-01" }, [became("2020-01-01")], null],
    [{ left_on: "2020-01-01" }, [handed("2020-01-02")], "left_on"],
    [{ left_on: "2020-01-02" }, [handed("2020-01-02")], null],
  ])("%o after %o contradict at %s", (more, events, field) => {
    const found = contradictionOf({ ...someone, ...more }, events, TODAY);
    expect(found?.field ?? null).toBe(field);
    if (found) expect(found.reason).toMatch(/[\u4e00-\u9fff].* \/ [a-z]/);
  });

  it.each([
    ["2016-05-01", [], null],
    [TODAY, [], null],
    ["2016-04-30", [], "on"],
    ["2026-11-24", [], "on"],
    ["2019-12-31", [handed("2020-01-01")], "on"],
    ["2020-01-01", [handed("2020-01-01")], null],
  ])("head from %s after %o contradicts at %s", (on, events, field) => {
    expect(headContradiction(someone, on, events, TODAY)?.field ?? null).toBe(field);
  });
});
