/** The age of rows whose date a clock has put ahead: counted from when they were first seen. */
import { oldEnough, oldOrAhead } from "../../../backend/src/workflows/order/first-seen";

const seen = (name: string, is_ahead: boolean, age_s: number): boolean =>
  oldEnough([{ is_ahead }], () => name, age_s).length === 1;

describe("the age of a row", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is told by its date, unless that lies ahead", () => {
    expect(seen("past", false, 60)).toBe(true);
    expect(seen("future", true, 60)).toBe(false);
  });

  it("counts from the first look when the date lies ahead, whatever the wall clock says", () => {
    expect(seen("late", true, 60)).toBe(false);
    vi.advanceTimersByTime(59_999);
    expect(seen("late", true, 60)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(seen("late", true, 60)).toBe(true);
  });

  it("begins anew under another name, as after a change", () => {
    expect(seen("line 1", true, 60)).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(seen("line 2", true, 60)).toBe(false);
    expect(seen("line 1", true, 60)).toBe(true);
  });

  it("is enough at once where none is asked for", () => {
    expect(seen("now", true, 0)).toBe(true);
  });

  it("is kept for ten thousand rows, the first seen forgotten first", () => {
    expect(seen("first", true, 60)).toBe(false);
    for (let n = 0; n < 9_999; n++) seen(`row ${n}`, true, 60);
    vi.advanceTimersByTime(60_000);
    expect(seen("first", true, 60)).toBe(true);
    expect(seen("one more", true, 60)).toBe(false);
    expect(seen("first", true, 60)).toBe(false);
    expect(seen("row 9998", true, 60)).toBe(true);
  });

  it("is asked of the database for old rows and for those ahead", () => {
    expect(oldOrAhead("x.created_at")).toBe(
      "(x.created_at <= now() - make_interval(secs => :age_s) or x.created_at > now())",
    );
  });
});
