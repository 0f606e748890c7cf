/** What a buyer does on the screens of the shop. */
import { randomUUID } from "node:crypto";

import { expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";

import { address } from "../lists/addresses";
import { checkoutOf } from "../lists/checkouts";
import { productOf } from "../lists/products";
import type { Words } from "../../storefront/src/i18n";
import { type Api, loginAs, read } from "../support/api";
import { shopWords } from "../support/shop-words";

/** Goods that a story has listed for itself. */
export interface StoryGoods {
  title: string;
  handle: string;
  product_id: string;
  variant_id: string;
  aliases: string[];
}

const suppliers = z.object({
  households: z.array(z.object({ id: z.string(), alias: z.string(), division_name: z.string() })),
});
const listed = z.object({
  product: z.object({
    id: z.string(),
    handle: z.string(),
    variants: z.array(z.object({ id: z.string() })).min(1),
  }),
});

let listings = 0;

/** A name that no other story and no earlier run has used. */
export function nameOf(goods: string): string {
  listings += 1;
  return `${goods}${Date.now().toString(36)}${listings}`;
}

/**
 * Lists goods at 39.90 yuan over the interface, two households behind them.
 *
 * @param aliases from which the households are chosen; any two of the county without it
 */
export async function listGoods(backend: Api, aliases?: readonly string[]): Promise<StoryGoods> {
  const seller = await loginAs(backend, "cooperative");
  const found = read(
    await seller.get("/cooperative/households", { query: { limit: 100 } }),
    suppliers,
  );
  const chosen = found.households
    .filter(({ alias }) => aliases?.includes(alias) ?? true)
    .slice(0, 2);
  const title = nameOf("故事脐橙");
  const body = productOf(
    title,
    chosen.map((one) => one.id),
  );
  const { product } = read(await seller.post("/cooperative/products", body), listed);
  return {
    title,
    handle: product.handle,
    product_id: product.id,
    variant_id: product.variants[0]?.id ?? "",
    aliases: chosen.map((one) => one.alias),
  };
}

const bought = z.object({
  order: z.object({ id: z.string(), display_id: z.number() }),
  access_token: z.string(),
});

/** An order that a guest has made. */
export interface GuestOrder {
  id: string;
  display_id: number;
  token: string;
}

/** Buys over the interface, for stories that are about what comes afterwards. */
export async function buyAsGuest(backend: Api, { variant_id }: StoryGoods): Promise<GuestOrder> {
  const headers = { "idempotency-key": randomUUID() };
  const reply = await backend.post("/store/checkout", checkoutOf(variant_id), { headers });
  const { order, access_token } = read(reply, bought);
  return { ...order, token: access_token };
}

/** Logs in on the screen. */
export async function logIn(
  page: Page,
  account: { email: string; password: string },
): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("电子邮箱").fill(account.email);
  await page.getByLabel("密码").fill(account.password);
  await page.getByRole("main").getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("link", { name: "我的", exact: true })).toBeVisible();
}

const inChinese = shopWords("zh");

/** Finds goods by searching for their name, and opens their page. */
export async function findGoods(
  page: Page,
  { title }: StoryGoods,
  say: Words = inChinese,
): Promise<void> {
  await page.goto("/");
  await page.getByRole("searchbox", { name: say("nav.search") }).fill(title);
  await page.getByRole("searchbox", { name: say("nav.search") }).press("Enter");
  await page.getByRole("main").getByRole("link", { name: title, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
}

async function chooseArea(page: Page, say: Words): Promise<void> {
  const chosen = [
    [say("checkout.province"), address.province],
    [say("checkout.city"), address.city],
    [say("checkout.county"), address.county],
  ] as const;
  for (const [label, name] of chosen) {
    const select = page.getByLabel(label);
    await expect(select.getByRole("option", { name })).toBeAttached();
    await select.selectOption({ label: name });
  }
}

/** Fills the checkout in, all but the payment. */
export async function fillCheckout(
  page: Page,
  email: string,
  say: Words = inChinese,
): Promise<void> {
  const heading = page.getByRole("heading", { level: 1, name: say("checkout.title") });
  await expect(heading).toBeVisible();
  await fillContact(page, email, say);
}

/** Fills in who buys, and the own address. */
export async function fillContact(
  page: Page,
  email: string,
  say: Words = inChinese,
  name = say("checkout.name"),
): Promise<void> {
  await page.getByLabel(say("checkout.email")).fill(email);
  await page.getByLabel(name, { exact: true }).fill(address.name);
  await page.getByLabel(say("checkout.phone")).fill(address.phone);
  await chooseArea(page, say);
  await page.getByLabel(say("checkout.street")).fill(address.street);
}

/** The button that pays. */
export function payButton(page: Page, say: Words = inChinese): Locator {
  return page.getByRole("button", { name: new RegExp(`^${say("checkout.pay")}`) });
}

/** The heading that says how many households an order has helped. */
export function earnedHeading(page: Page, households: number, say: Words = inChinese): Locator {
  return page.getByRole("heading", { name: say("order.earned", { count: households }) });
}

/** Pays and waits for the page of the order. */
export async function pay(page: Page, say: Words = inChinese): Promise<void> {
  await payButton(page, say).click();
  await expect(page).toHaveURL(/\/orders\/order_/);
  const heading = page.getByRole("heading", { level: 1, name: /#\d+$/ });
  await expect(heading).toContainText(say("order.title", { number: "" }));
}

/** All amounts of money within a part of the page, in fen, in their order. */
export async function amountsIn(part: Locator): Promise<number[]> {
  await expect(part.first()).toBeVisible();
  const texts = (await part.allInnerTexts()).join(" ").match(/−?¥[\d,]+\.\d\d/g) ?? [];
  return texts.map((text) => {
    const digits = Number(text.replaceAll(/[^\d]/g, ""));
    return text.startsWith("−") ? -digits : digits;
  });
}

/** Looks at the page again and again until something stands there. */
export async function untilShown(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(wanted).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 40_000 });
}
