/** A search engine reads robots.txt, the map, a page of goods, and is told what is not its business. */
import type { Page } from "@playwright/test";
import { z } from "zod";

import { expect, test } from "../support/story";
import { buyAsGuest, listGoods } from "./shop-steps";

const product = z.object({
  "@type": z.literal("Product"),
  name: z.string(),
  brand: z.object({ "@type": z.literal("Organization"), name: z.string().min(1) }),
  offers: z
    .array(z.object({ price: z.string(), priceCurrency: z.string(), availability: z.url() }))
    .min(1),
});
const way = z.object({
  "@type": z.literal("BreadcrumbList"),
  itemListElement: z.array(z.object({ position: z.number(), name: z.string(), item: z.url() })),
});

const addresses = (xml: string): string[] =>
  [...xml.matchAll(/<loc>(?<address>[^<]+)<\/loc>/g)].map((found) => found[1] ?? "");
const pathOf = (address: string): string => new URL(address).pathname;

async function read(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.text();
}

const isClosed = (page: Page): Promise<boolean> =>
  page
    .locator('meta[name="robots"][content~="noindex"]')
    .count()
    .then((count) => count > 0);

test("goods are found by their map, and described as data", async ({ page, backend, say }) => {
  const goods = await listGoods(backend);
  const robots = await read(page, "/robots.txt");
  for (const own of ["/orders/", "/o/", "/account"]) expect(robots).toContain(`Disallow: ${own}\n`);
  const map = pathOf(/^Sitemap: (?<address>\S+)$/m.exec(robots)?.[1] ?? "");
  const parts = addresses(await read(page, map)).map(pathOf);
  expect(parts).toContain("/sitemaps/pages.xml");

  // The map follows the index, which follows within two seconds.
  const page_path = `/goods/${goods.handle}`;
  await expect(async () => {
    const maps = await Promise.all(
      parts.filter((part) => part.includes("goods-")).map((part) => read(page, part)),
    );
    expect(maps.flatMap(addresses).map(pathOf)).toContain(page_path);
  }).toPass({ timeout: 20_000 });

  await page.goto(page_path);
  expect(await isClosed(page)).toBe(false);
  await expect(page).toHaveTitle(new RegExp(goods.title));
  const link = (rel: string) => page.locator(`link[rel="${rel}"]`);
  const canonical = (await link("canonical").getAttribute("href")) ?? "";
  expect(pathOf(canonical)).toBe(page_path);
  await expect(page.locator('link[hreflang="en"]')).toHaveAttribute("href", `${canonical}?lang=en`);
  const data = (await page.locator('script[type="application/ld+json"]').allTextContents()).map(
    (text): unknown => JSON.parse(text),
  );
  const [described] = data.flatMap((one) => product.safeParse(one).data ?? []);
  expect(described?.name).toBe(goods.title);
  expect(described?.offers[0]).toMatchObject({ price: "39.90", priceCurrency: "CNY" });
  const [led] = data.flatMap((one) => way.safeParse(one).data ?? []);
  expect(led?.itemListElement.map(({ item }) => pathOf(item))).toEqual(["/", "/goods", page_path]);
  expect(led?.itemListElement[0]?.name).toBe(say("nav.home"));

  // The translation stands for itself.
  await page.goto(`${page_path}?lang=en`);
  await expect(link("canonical")).toHaveAttribute("href", `${canonical}?lang=en`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("nothing of a buyer's own is listed", async ({ page, backend, say }) => {
  const goods = await listGoods(backend);
  // Whoever comes without goods gets an empty cart, also at the checkout.
  for (const path of ["/cart", "/checkout"]) {
    await page.goto(path);
    expect(pathOf(page.url())).toBe("/cart");
    expect(await isClosed(page)).toBe(true);
  }
  await page.goto(`/goods/${goods.handle}`);
  await page
    .getByRole("button", { name: say("good.add") })
    .first()
    .click();
  await page.goto("/cart");
  await expect(page.getByText(goods.title).first()).toBeVisible();
  expect(await isClosed(page)).toBe(false);

  const { id, token } = await buyAsGuest(backend, goods);
  await page.goto(`/o/${id}/${token}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await isClosed(page)).toBe(true);
  const maps = addresses(await read(page, "/sitemaps/pages.xml")).map(pathOf);
  expect(maps.filter((path) => /^\/(orders|o|account|cart|checkout)\b/.test(path))).toEqual([]);
});
