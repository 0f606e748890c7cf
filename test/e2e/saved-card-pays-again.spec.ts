/** A buyer saves a card by own choice, pays with it the next time without typing, and removes it. */
import type { Page } from "@playwright/test";

import { expect, test } from "../support/story";
import { faultsOf, tooWide } from "./axe";
import { fillCheckout, listGoods, pay, payButton, type StoryGoods } from "./shop-steps";
import { routeStripe, tellHouse, typeCard } from "./stripe-steps";

const cards = (page: Page) => page.getByRole("group", { name: "用哪张卡付" });
const place = (page: Page) => page.getByLabel(/Card number/);

async function register(page: Page): Promise<void> {
  await page.goto("/register");
  await page.getByLabel("怎么称呼您").fill("林知夏");
  await page.getByLabel("电子邮箱").fill(`cards-${Date.now()}@example.com`);
  await page.getByLabel("密码").fill("correct-horse-1");
  await page.getByRole("main").getByRole("button", { name: "注册并登录" }).click();
  await expect(page.getByRole("link", { name: "我的", exact: true })).toBeVisible();
}

/** To the checkout of a logged-in buyer, all filled in but the card. */
async function toCheckout(page: Page, { handle }: StoryGoods): Promise<void> {
  await page.goto(`/goods/${handle}`);
  await page.getByRole("button", { name: "马上买" }).click();
  await fillCheckout(page, "cards@example.com");
  await page.getByLabel("银行卡、支付宝、微信支付").check();
}

test("a card is saved by choice, pays again without being typed, and is removed", async ({
  page,
  browser,
  backend,
  urls,
  stripe,
}) => {
  await routeStripe(page, stripe);
  const goods = await listGoods(backend);
  await register(page);
  await page.goto("/account/cards");
  await expect(page.getByText("还没有保存银行卡")).toBeVisible();

  // Saved is what the buyer ticks, and nothing of itself.
  await toCheckout(page, goods);
  await expect(cards(page)).toHaveCount(0);
  const save = page.getByLabel("保存这张卡，下次直接付");
  await expect(save).not.toBeChecked();
  await save.check();
  await typeCard(page, "4242 4242 4242 4242");
  await pay(page);

  await toCheckout(page, goods);
  await expect(cards(page).getByLabel(/Visa 尾号 4242/)).toBeChecked();
  await expect(place(page)).toBeHidden();
  expect(await faultsOf(page, "/checkout with a saved card")).toEqual([]);
  expect(await tooWide(page, page.url())).toEqual([]);
  const before = await tellHouse(stripe, "look");
  await pay(page);
  const { intents } = await tellHouse(stripe, "look");
  const taken = intents.slice(before.intents.length).map((one) => one.amount_received);
  expect(taken).toEqual([3990]);

  // Another card, whose bank asks: now, and again when it pays as a saved one.
  await toCheckout(page, goods);
  await page.getByLabel("另一张卡、支付宝或微信支付").check();
  await save.check();
  await typeCard(page, "4000 0000 0000 3220");
  await payButton(page).click();
  const bank = page.getByRole("dialog", { name: /Bank/ });
  await bank.getByRole("button", { name: /Complete/ }).click();
  await expect(page).toHaveURL(/\/orders\/order_/);
  await toCheckout(page, goods);
  await page.getByLabel(/Visa 尾号 3220/).check();
  await payButton(page).click();
  await bank.getByRole("button", { name: /Fail/ }).click();
  await expect(page.getByRole("alert").getByText("付款没有成功，没有扣款")).toBeVisible();
  await expect(page.getByLabel(/Visa 尾号 3220/)).toBeChecked();

  // Without JavaScript a saved card pays, too.
  const { cookies } = await page.context().storageState();
  const plain = await browser.newContext({
    storageState: { cookies, origins: [] },
    javaScriptEnabled: false,
  });
  const still = await plain.newPage();
  await still.goto(`${urls.storefront}/checkout`);
  await still.getByLabel("银行卡、支付宝、微信支付").check();
  await still.getByLabel(/Visa 尾号 4242/).check();
  await payButton(still).click();
  await expect(still).toHaveURL(/\/orders\/order_/);
  await plain.close();

  await page.goto("/account/cards");
  await expect(page.getByRole("main").getByText("Visa 尾号 4242")).toBeVisible();
  expect(await faultsOf(page, "/account/cards")).toEqual([]);
  expect(await tooWide(page, page.url())).toEqual([]);
  await page.getByRole("button", { name: "移除 Visa 尾号 4242" }).click();
  await expect(page.getByText("Visa 尾号 3220")).toBeVisible();
  await expect(page.getByText("Visa 尾号 4242")).toHaveCount(0);
  await page.getByRole("button", { name: "移除 Visa 尾号 3220" }).click();
  await expect(page.getByText("还没有保存银行卡")).toBeVisible();
});
