/** The signature of a webhook. */
import { judgeSignature, MAX_AGE_S, signBody } from "../../../backend/src/modules/inbox/signature";

const secret = "a-secret-of-the-test";
const now_s = 1_795_000_000;
const body = Buffer.from('{"event_id":"evt_1"}');
const judged = (header: string | undefined, given = body) =>
  judgeSignature(header, given, { secret, now_s });

describe("a signature", () => {
  it("of the right secret over the right body is good", () => {
    expect(judged(signBody(body, secret, now_s))).toBe("good");
    expect(judged(signBody(body, secret, now_s - MAX_AGE_S))).toBe("good");
  });

  it("is stale when it is too old, and when it comes from the future", () => {
    expect(judged(signBody(body, secret, now_s - MAX_AGE_S - 1))).toBe("stale");
    expect(judged(signBody(body, secret, now_s + MAX_AGE_S + 1))).toBe("stale");
  });

  it("is forged under another secret, over another body, with another time, or when it is missing", () => {
    const good = signBody(body, secret, now_s);
    expect(judged(signBody(body, "another-secret", now_s))).toBe("forged");
    expect(judged(good, Buffer.from('{"event_id":"evt_2"}'))).toBe("forged");
    expect(judged(good.replace(`t=${now_s}`, `t=${now_s + 1}`))).toBe("forged");
    expect(judged(undefined)).toBe("forged");
    expect(judged("t=1,v1=")).toBe("forged");
    expect(judged(`${good}0`)).toBe("forged");
  });
});
