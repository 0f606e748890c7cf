/** The same wishes are the same input, whatever the order in which they are written. */
import { tokenFits, tokenHash, tokenOf } from "../../../backend/src/modules/checkout/token";
import { transferReference } from "../../../backend/src/modules/payment-bank-transfer/reference";
import { inputHash } from "../../../backend/src/workflows/checkout/input-hash";

describe("the input of a purchase", () => {
  it("has one hash, whatever the order of its keys; what is undefined does not count", () => {
    const one = inputHash({
      email: "a",
      items: [{ variant_id: "v", quantity: 1 }],
      note: undefined,
    });
    expect(inputHash({ items: [{ quantity: 1, variant_id: "v" }], email: "a" })).toBe(one);
  });

  it("has another hash when a quantity, an address or the order of goods differs", () => {
    const base = {
      items: [
        { v: "a", q: 1 },
        { v: "b", q: 1 },
      ],
      to: { street: "x" },
    };
    const hashes = [
      base,
      {
        ...base,
        items: [
          { v: "a", q: 2 },
          { v: "b", q: 1 },
        ],
      },
      { ...base, to: { street: "y" } },
      { ...base, items: [...base.items].reverse() },
    ].map(inputHash);
    expect(new Set(hashes).size).toBe(4);
  });
});

describe("an order token", () => {
  it("is the same for the same purchase, and opens only its own order", () => {
    const token = tokenOf("secret", { id: "chk_1", key: "key-1" });
    expect(token).toHaveLength(43);
    expect(tokenOf("secret", { id: "chk_1", key: "key-1" })).toBe(token);
    expect(tokenFits(token, tokenHash(token))).toBe(true);
    expect(tokenFits(token, tokenHash(tokenOf("secret", { id: "chk_2", key: "key-1" })))).toBe(
      false,
    );
  });
});

describe("a transfer reference", () => {
  it("can be read out: no sign that looks like another", () => {
    const references = Array.from({ length: 500 }, (_, n) => transferReference(`payses_${n}`));
    for (const reference of references) expect(reference).toMatch(/^YG-[2-9A-HJKMNP-TV-Z]{8}$/);
    expect(new Set(references).size).toBe(500);
  });
});
