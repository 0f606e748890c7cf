import { Turnstile } from "../../../backend/src/api/_gates/turnstile";
import { describe, expect, it, vi } from "vitest";

const limits = { at_once: 2, in_line: 2, patience_ms: 1_000 };

describe("a turnstile", () => {
  it("lets in as many at once as it may, some wait, the rest is sent away at once", async () => {
    const turnstile = new Turnstile(limits);
    expect(await turnstile.enter()).toBe(true);
    expect(await turnstile.enter()).toBe(true);
    const waiting = [turnstile.enter(), turnstile.enter()];
    expect(await turnstile.enter()).toBe(false);
    turnstile.leave();
    turnstile.leave();
    expect(await Promise.all(waiting)).toEqual([true, true]);
    expect(await Promise.race([turnstile.enter(), Promise.resolve("waits")])).toBe("waits");
  });

  it("lets those in line in by their order, and never more than at once", async () => {
    const turnstile = new Turnstile({ ...limits, at_once: 1, in_line: 50 });
    const order: number[] = [];
    let inside = 0;
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        if (!(await turnstile.enter())) return;
        inside += 1;
        expect(inside).toBe(1);
        await Promise.resolve();
        order.push(n);
        inside -= 1;
        turnstile.leave();
      }),
    );
    expect(order).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(await turnstile.enter()).toBe(true);
  });

  it("sends away who has waited too long, and the place is free for the next", async () => {
    vi.useFakeTimers();
    const turnstile = new Turnstile({ ...limits, at_once: 1, in_line: 1 });
    await turnstile.enter();
    const late = turnstile.enter();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await late).toBe(false);
    const next = turnstile.enter();
    turnstile.leave();
    expect(await next).toBe(true);
    turnstile.leave();
    expect(await turnstile.enter()).toBe(true);
    vi.useRealTimers();
  });
});
