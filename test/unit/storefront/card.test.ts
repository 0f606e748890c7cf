/** A saved card is good to the last moment of its last month, in Chinese time. */
import { brandKey, isExpired } from "../../../storefront/src/lib/card";

const card = { id: "pm_1", brand: "visa", last4: "4242", exp_month: 8, exp_year: 2026 };

it.each([
  ["in the month before", "2026-07-31T12:00:00Z", false],
  ["in its last hour in China", "2026-08-31T15:59:59Z", false],
  ["in the first hour after in China", "2026-08-31T16:00:00Z", true],
  ["in the next January", "2027-01-01T00:00:00Z", true],
  ["in the December before", "2025-12-31T23:00:00Z", false],
])("%s", (_, now, expired) => {
  expect(isExpired(card, new Date(now))).toBe(expired);
});

it("has a brand that the shop knows, or is a bank card", () => {
  expect(brandKey("unionpay")).toBe("card.brand_unionpay");
  expect(brandKey("cartes_bancaires")).toBe("card.brand_unknown");
});
