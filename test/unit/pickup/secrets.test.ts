/** The keeper's key and the buyers' codes. */
import { codeOf, keyFits, newKey } from "../../../backend/src/modules/pickup";

describe("a code", () => {
  it("is eight digits, the same for the same order, another for another order or secret", () => {
    const code = codeOf("secret", "order_1");
    expect(code).toMatch(/^\d{8}$/);
    expect(codeOf("secret", "order_1")).toBe(code);
    expect(codeOf("secret", "order_2")).not.toBe(code);
    expect(codeOf("other", "order_1")).not.toBe(code);
  });
});

describe("a key", () => {
  it("fits its own hash only, and is not the hash", () => {
    const [one, two] = [newKey(), newKey()];
    expect(keyFits(one.key, one.hash)).toBe(true);
    expect(keyFits(two.key, one.hash)).toBe(false);
    expect(one.hash).not.toContain(one.key);
  });
});
