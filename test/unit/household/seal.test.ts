import { randomBytes } from "node:crypto";
import fc from "fast-check";

import { dataKeyFrom, seal, unseal } from "../../../backend/src/modules/household/seal";

const key = dataKeyFrom(Buffer.alloc(32, 7).toString("base64"));
const other = dataKeyFrom(randomBytes(32).toString("base64"));

describe("a sealed text", () => {
  it("opens to what it was, whatever it was", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => unseal(seal(text, "hh_1:phone", key), "hh_1:phone", key) === text,
      ),
    );
  });

  it("names its key and never looks the same twice", () => {
    const [a, b] = [seal("10000000021", "hh_1:phone", key), seal("10000000021", "hh_1:phone", key)];
    expect(a).not.toBe(b);
    expect(a.startsWith(`v1.${key.id}.`)).toBe(true);
    expect(a).not.toContain("10000000021");
  });

  it("does not open for another household, another field, or with another key", () => {
    const sealed = seal("10000000021", "hh_1:phone", key);
    expect(() => unseal(sealed, "hh_2:phone", key)).toThrow();
    expect(() => unseal(sealed, "hh_1:bank_card", key)).toThrow();
    expect(() => unseal(sealed, "hh_1:phone", other)).toThrow(/sealed with the key/);
  });

  it("does not open when any one byte was changed", () => {
    const sealed = seal("990000196102280019", "hh_1:id_number", key);
    const [version = "", id = "", text = ""] = sealed.split(".");
    const body = Buffer.from(text, "base64url");
    for (let at = 0; at < body.length; at += 1) {
      const bent = Buffer.from(body);
      bent.writeUInt8((bent.readUInt8(at) + 1) % 256, at);
      expect(() =>
        unseal(`${version}.${id}.${bent.toString("base64url")}`, "hh_1:id_number", key),
      ).toThrow();
    }
  });

  it("needs a key of 32 bytes", () => {
    expect(() => dataKeyFrom(Buffer.alloc(16).toString("base64"))).toThrow();
  });
});
