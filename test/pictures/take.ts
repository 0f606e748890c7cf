/**
 * `npm run pictures`: takes the pictures of the README from a running system: three screens of the
 * shop on a phone, two of the panel on a desktop, over a fresh database with past orders.
 */
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { loadOrders } from "../../backend/local/stages";
import { logInToPanel } from "../e2e/panel-steps";
import { api, loginAs, read } from "../support/api";
import { findBrowser } from "../support/browser";
import { demo, freshDatabase, prepareDatabases } from "../support/postgres";
import { openTrio, type Trio } from "../support/trio";
import { testEnvironment, testHome } from "../support/world";

const PAST_ORDERS = 60;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1366, height: 900 };

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
  console.log(`${name}.png`);
}

async function open(browser: Browser, viewport: typeof PHONE): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: "light",
  });
  return context.newPage();
}

function account(name: string): { email: string; password: string } {
  const found = demo().accounts[name];
  if (!found) throw new Error(`no account ${name}`);
  return found;
}

async function logInToShop(page: Page, storefront: string): Promise<void> {
  const { email, password } = account("buyer");
  await page.goto(`${storefront}/login`);
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.locator("[name=password]").press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
}

async function takeShop(browser: Browser, { urls }: Trio): Promise<void> {
  const page = await open(browser, PHONE);
  await page.goto(urls.storefront);
  await shoot(page, "shop-home");
  await page.goto(`${urls.storefront}/goods`);
  const good = await page.locator('a[href^="/goods/"]').first().getAttribute("href");
  await page.goto(new URL(good ?? "/goods", urls.storefront).href);
  await shoot(page, "shop-product");
  await logInToShop(page, urls.storefront);
  await page.goto(`${urls.storefront}/account`);
  const order = await page.locator('a[href^="/orders/"]').first().getAttribute("href");
  await page.goto(new URL(order ?? "/account", urls.storefront).href);
  await shoot(page, "shop-receipt");
}

const summarySchema = z.object({
  rows: z.array(z.object({ key: z.string(), credits: z.number() })),
});

/** The household with the most credits: its page has something to show. */
async function busiestHousehold(trio: Trio): Promise<string> {
  const official = await loginAs(api(trio.urls.backend), "county_official");
  const query = { group_by: "household" };
  const { rows } = read(await official.get("/official/income/summary", { query }), summarySchema);
  const [first] = rows.sort((a, b) => b.credits - a.credits);
  if (!first) throw new Error("no household has a credit yet");
  return first.key;
}

async function takePanel(browser: Browser, trio: Trio): Promise<void> {
  const page = await open(browser, DESKTOP);
  const { admin } = trio.urls;
  await logInToPanel(page, admin, "帮扶干部", account("county_official"));
  await page.goto(`${admin}/official`);
  await shoot(page, "panel-desk");
  await page.goto(`${admin}/official/households/${await busiestHousehold(trio)}`);
  const ledger = page.getByRole("region", { name: "收入账" });
  await ledger.waitFor();
  await page.waitForLoadState("networkidle");
  await ledger.evaluate((box) => {
    box.scrollIntoView({ block: "start" });
  });
  await shoot(page, "panel-household");
}

async function main(): Promise<void> {
  const stopServer = await prepareDatabases();
  const database = await freshDatabase();
  const env = testEnvironment(database.url, 9000);
  await loadOrders({ home: testHome(), databaseUrl: database.url, env }, PAST_ORDERS);
  const trio = await openTrio(database);
  const { executablePath, args, env: browserEnv } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: browserEnv });
  try {
    await takeShop(browser, trio);
    await takePanel(browser, trio);
  } finally {
    await browser.close();
    await trio.close();
    await stopServer();
  }
}

await main();
