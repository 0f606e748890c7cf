/** Nobody is kept out: axe finds nothing on the pages, letters grow, pages can be installed and read offline. */
import type { Page } from "@playwright/test";

import { expect, test } from "../support/story";
import { faultsOf } from "./axe";
import { listGoods, logIn } from "./shop-steps";

async function faultsAt(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  return faultsOf(page, path);
}

test("axe finds nothing on the pages of the shop, in both languages, light and dark", async ({
  page,
  backend,
}) => {
  test.setTimeout(240_000);
  const goods = await listGoods(backend);
  await page.goto("/stories");
  const linked = await page.locator("main a").evaluateAll((links) =>
    ["villages", "households", "cooperatives", "enterprises"].flatMap((kind) => {
      const paths = links.map((link) => link.getAttribute("href") ?? "");
      return paths.find((path) => path.startsWith(`/${kind}/`)) ?? [];
    }),
  );
  expect(linked).toHaveLength(4);
  const paths = [
    "/",
    "/goods",
    `/goods/${goods.handle}`,
    "/stories",
    ...linked,
    "/lots",
    "/totals",
    "/open-data",
    "/cart",
    "/login",
  ];
  const faults: string[] = [];
  for (const lang of ["zh", "en"]) {
    for (const path of paths) faults.push(...(await faultsAt(page, `${path}?lang=${lang}`)));
  }
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of ["/", `/goods/${goods.handle}`, ...linked.slice(0, 1)]) {
    faults.push(...(await faultsAt(page, `${path}?lang=zh`)));
  }
  expect(faults).toEqual([]);
});

test("axe finds nothing where a buyer pays and keeps an account", async ({
  page,
  say,
  backend,
  accounts,
}) => {
  test.setTimeout(240_000);
  const goods = await listGoods(backend);
  await page.goto(`/goods/${goods.handle}`);
  await page.getByRole("button", { name: say("good.add") }).click();
  await expect(page.getByText(say("notice.added"))).toBeVisible();
  const faults: string[] = [];
  for (const path of ["/cart", "/checkout", "/gift"]) {
    faults.push(...(await faultsAt(page, `${path}?lang=en`)));
    faults.push(...(await faultsAt(page, `${path}?lang=zh`)));
  }
  // What is missing is said in words, and said so that axe finds nothing wrong with it either.
  await page.goto("/checkout?lang=zh");
  await page.getByRole("button", { name: new RegExp(`^${say("checkout.pay")}`) }).click();
  await expect(page.getByText(say("checkout.errors"))).toBeVisible();
  faults.push(...(await faultsOf(page, "/checkout with mistakes")));
  await logIn(page, accounts["buyer"] ?? { email: "", password: "" });
  for (const part of ["", "/addresses", "/cards", "/following", "/honours", "/units", "/nothing"]) {
    faults.push(...(await faultsAt(page, `/account${part}?lang=en`)));
    faults.push(...(await faultsAt(page, `/account${part}?lang=zh`)));
  }
  expect(faults).toEqual([]);
});

test("letters grow for old eyes, and nothing runs out of the screen", async ({ page }) => {
  await page.goto("/stories");
  const size = () =>
    page.locator("body").evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
  const before = await size();
  await page.getByLabel("字号").selectOption("large");
  await page.getByRole("button", { name: "应用" }).click();
  await expect.poll(size).toBeGreaterThan(before);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test("the shop can be installed, and what was read last is read again without a network", async ({
  page,
  context,
  backend,
}) => {
  const goods = await listGoods(backend);
  const manifest: unknown = await (await page.request.get("/manifest.webmanifest")).json();
  expect(manifest).toMatchObject({ display: "standalone", start_url: "/" });
  for (const icon of ["/icon-192.png", "/icon-512.png", "/icon-maskable-512.png"])
    expect((await page.request.get(icon)).headers()["content-type"]).toBe("image/png");
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // The worker takes the next page; only what it has seen is kept.
  await page.goto("/goods");
  await page.goto(`/goods/${goods.handle}`);
  await page.goto("/cart");
  await context.setOffline(true);
  try {
    await page.goto(`/goods/${goods.handle}`);
    await expect(page.getByRole("heading", { level: 1, name: goods.title })).toBeVisible();
    await expect(page.locator("[data-kept]")).toContainText("没有网络");
    // What is a buyer's own is not kept.
    await page.goto("/cart");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/没有网络|断网|离线|连不上/);
  } finally {
    await context.setOffline(false);
  }
});
