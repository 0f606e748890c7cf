/** The house's word comes late and twice, or before the buyer does: one order, one credit, in both languages. */
import { expect, test } from "../support/story";
import {
  earnedHeading,
  fillCheckout,
  findGoods,
  listGoods,
  payButton,
  untilShown,
} from "./shop-steps";
import { routeStripe, tellHouse, typeCard } from "./stripe-steps";

test.beforeEach(async ({ page, stripe }) => routeStripe(page, stripe));
test.afterEach(async ({ stripe }) => {
  await tellHouse(stripe, "hold", { held: "false" });
});

const numberOf = (heading: string): string => heading.replaceAll(/\D/g, "");

test("the word of a payment comes late and three times after the buyer is back", async ({
  page,
  say,
  backend,
  stripe,
}) => {
  await tellHouse(stripe, "hold", { held: "true" });
  const goods = await listGoods(backend);
  await findGoods(page, goods, say);
  await page.getByRole("button", { name: say("good.buy") }).click();
  await fillCheckout(page, "bank@example.com", say);
  await page.getByLabel(say("checkout.pp_stripe_stripe")).check();
  await typeCard(page, "4000 0000 0000 3220");
  await payButton(page, say).click();
  const bank = page.getByRole("dialog", { name: /Bank/ });
  await expect(page.getByText(say("checkout.stripe_confirming")).first()).toBeVisible();
  await bank.getByRole("button", { name: /Complete/ }).click();
  await expect(page).toHaveURL(/\/orders\/order_/);
  const first = page.url();
  await untilShown(page, earnedHeading(page, 2, say));
  const earned = await earnedHeading(page, 2, say).innerText();

  const { intents } = await tellHouse(stripe, "look");
  const about = intents.at(-1)?.id ?? "";
  const before = intents.length;
  await tellHouse(stripe, "deliver", { about, times: "3" });
  await page.waitForTimeout(4_000);
  await page.goto(first);
  expect(await earnedHeading(page, 2, say).innerText()).toBe(earned);
  const after = await tellHouse(stripe, "look");
  expect(after.intents).toHaveLength(before);
  expect(after.letters.filter(({ tries }) => tries >= 3).length).toBeGreaterThan(0);
});

test("the word of a wallet comes before the buyer is back from its page", async ({
  page,
  say,
  backend,
  stripe,
}) => {
  const goods = await listGoods(backend);
  await page.goto(`/goods/${goods.handle}`);
  await page.getByRole("button", { name: say("good.buy") }).click();
  await fillCheckout(page, "wallet@example.com", say);
  await page.getByLabel(say("checkout.pp_stripe_stripe")).check();
  await page.getByRole("button", { name: /支付宝/ }).click();
  await payButton(page, say).click();
  await expect(page).toHaveURL(/hooks\.stripe\.com/);
  const { intents } = await tellHouse(stripe, "look");
  const { id } = intents.at(-1) ?? { id: "" };
  await page.getByRole("button", { name: "确认付款" }).click();
  await expect(page).toHaveURL(/\/orders\/order_/, { timeout: 30_000 });
  const number = numberOf(await page.getByRole("heading", { level: 1 }).innerText());
  await untilShown(page, earnedHeading(page, 2, say));

  await page.goto("/checkout/return");
  await expect(page).toHaveURL(/\/cart/);
  const after = await tellHouse(stripe, "look");
  expect(after.intents.find((one) => one.id === id)?.amount_received).toBe(3990);
  expect(number).toMatch(/^\d+$/);
});

test("a wallet that was left gives nothing, and the buyer is told so", async ({
  page,
  say,
  backend,
  stripe,
}) => {
  const goods = await listGoods(backend);
  await page.goto(`/goods/${goods.handle}`);
  await page.getByRole("button", { name: say("good.buy") }).click();
  await fillCheckout(page, "left@example.com", say);
  await page.getByLabel(say("checkout.pp_stripe_stripe")).check();
  await page.getByRole("button", { name: /支付宝/ }).click();
  await payButton(page, say).click();
  await page.getByRole("button", { name: "取消付款" }).click();
  await expect(page.getByText(say("checkout.declined"))).toBeVisible();
  const { intents } = await tellHouse(stripe, "look");
  expect(intents.at(-1)?.amount_received).toBe(0);
  await expect(page).toHaveURL(/\/checkout/);
});
