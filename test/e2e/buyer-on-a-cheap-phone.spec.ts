/** A slow line, a slow processor: reading comes without a script worth naming, buying works all the way. */
import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "../support/story";
import { fillCheckout, findGoods, listGoods, nameOf, pay } from "./shop-steps";

/** The most that scripts may weigh on a first load, compressed, in bytes. */
const SCRIPT_BUDGET_BYTES = 90 * 1024;

/** The line of Lighthouse's mobile profile (1.6 Mbit/s, 150 ms) and a processor four times slower. */
async function makeSlow(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  // A first visit: nothing is kept from before.
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: (1_600 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return devtools;
}

/** Counts what scripts weigh on the line from now on. */
function weighScripts(devtools: CDPSession): () => number {
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

test("a buyer on a slow phone reads without waiting for scripts, and buys", async ({
  page,
  say,
  backend,
}) => {
  const goods = await listGoods(backend);
  const weight = weighScripts(await makeSlow(page));
  await findGoods(page, goods, say);
  await expect(page.getByRole("button", { name: say("good.buy") })).toBeEnabled();
  expect(weight()).toBeGreaterThan(0);
  expect(weight()).toBeLessThan(SCRIPT_BUDGET_BYTES / 10);

  await page.getByRole("button", { name: say("good.add") }).click();
  const notice = page.locator("[data-passing]");
  await expect(notice.getByText(say("notice.added"))).toBeVisible();
  await notice.getByRole("button").click();
  await expect(notice).toBeHidden();

  await page.getByRole("button", { name: say("good.buy") }).click();
  await fillCheckout(page, `${nameOf("phone")}@example.com`, say);
  await pay(page, say);
  // All pages of the way together, with nothing kept from one to the next.
  expect(weight()).toBeLessThan(SCRIPT_BUDGET_BYTES);
});

test("a choice made while the checkout wakes up is not lost", async ({ page, say, backend }) => {
  const goods = await listGoods(backend);
  await findGoods(page, goods, say);
  await page.getByRole("button", { name: say("good.buy") }).click();
  await expect(page.getByRole("heading", { level: 1, name: say("checkout.title") })).toBeVisible();
  await makeSlow(page);
  const fell: string[] = [];
  page.on("pageerror", ({ message }) => fell.push(message));
  for (let tries = 0; tries < 8; tries++) {
    await page.goto("/checkout", { waitUntil: "commit" });
    // As early as the page can be touched, and then later and later into its waking up.
    const province = page.getByLabel(say("checkout.province"));
    await province.waitFor();
    await page.waitForTimeout(tries * 60);
    await province.selectOption({ label: "福建省" });
    await expect(
      page.getByLabel(say("checkout.city")).getByRole("option", { name: "泉州市" }),
    ).toBeAttached();
  }
  expect(fell).toEqual([]);
});

test("the reading pages are light", async ({ page, say, backend }) => {
  const goods = await listGoods(backend);
  const weight = weighScripts(await makeSlow(page));
  await page.goto("/");
  await expect(page.getByRole("link", { name: say("nav.goods") }).first()).toBeAttached();
  for (const path of ["/goods", `/goods/${goods.handle}`, "/totals"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(weight()).toBeLessThan(SCRIPT_BUDGET_BYTES / 10);
});

test("without any script the way leads up to the cart", async ({ browser, urls, backend }) => {
  const goods = await listGoods(backend);
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: urls.storefront });
  await page.goto(`/goods?q=${encodeURIComponent(goods.title)}`);
  await page
    .getByRole("main")
    .getByRole("link", { name: goods.title, exact: true })
    .first()
    .click();
  await page.getByRole("button", { name: "加入购物车" }).click();
  await page.goto("/cart");
  await expect(page.getByRole("heading", { name: goods.title })).toBeVisible();
  await page.close();
});
