import fc from "fast-check";

import {
  isBankCard,
  isIdNumber,
  isPhone,
  KEEP,
  masked,
} from "../../../backend/src/modules/household/private-number";
import { bankCard, idNumber, phoneNumber } from "../../../backend/src/scripts/demo/data/numbers";

const serial = fc.integer({ min: 0, max: 999 });

describe("an ID number", () => {
  it("is taken with its check character, X included", () => {
    const all = Array.from({ length: 300 }, (_, at) => idNumber("1961-02-28", at));
    expect(all.every(isIdNumber)).toBe(true);
    expect(all.some((text) => text.endsWith("X"))).toBe(true);
  });

  it("is refused when any one digit is another", () => {
    fc.assert(
      fc.property(
        serial,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (s, at, by) => {
          const text = idNumber("1961-02-28", s);
          const digit = String((Number(text.charAt(at)) + by) % 10);
          return !isIdNumber(text.slice(0, at) + digit + text.slice(at + 1));
        },
      ),
    );
  });

  it.each([
    ["a day that no year has", idNumber("1961-02-30", 1)],
    ["a thirteenth month", idNumber("1961-13-01", 1)],
    ["15 digits", "990000610228001"],
    ["a small x", idNumber("1961-02-28", 1).replace(/.$/, "x")],
    ["nothing", ""],
  ])("is refused with %s", (_, text) => {
    expect(isIdNumber(text)).toBe(false);
  });
});

describe("a bank card and a phone", () => {
  it("are taken when well-formed", () => {
    expect(isBankCard(bankCard(21))).toBe(true);
    expect(isPhone(phoneNumber(21))).toBe(true);
  });

  it("are refused with a wrong digit, a letter, or another length", () => {
    const card = bankCard(21);
    const last = String((Number(card.slice(-1)) + 1) % 10);
    for (const text of [card.slice(0, -1) + last, card.slice(4), `${card}0`, "abc"]) {
      expect(isBankCard(text)).toBe(false);
    }
    for (const text of ["2000000021", "20000000211", "+8610000000021", "1000000002a"]) {
      expect(isPhone(text)).toBe(false);
    }
  });
});

describe("a masked number", () => {
  it("never shows the day of birth or the middle", () => {
    const text = idNumber("1961-02-28", 7);
    const shown = masked(text, KEEP.id_number);
    expect(shown).toHaveLength(18);
    expect(shown).toBe(`990***********${text.slice(-4)}`);
    expect(shown).not.toContain("1961");
    expect(masked(phoneNumber(21), KEEP.phone)).toBe("100****0021");
    expect(masked(bankCard(21), KEEP.bank_card)).toMatch(/^\*{15}\d{4}$/);
  });

  it("shows nothing of a text that is too short to hide anything", () => {
    expect(masked("12345", KEEP.phone)).toBe("*****");
  });
});
