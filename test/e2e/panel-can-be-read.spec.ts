/** The panel and the operator's own pages: axe finds nothing on them, and none runs out of a phone's screen. */
import type { Page } from "@playwright/test";
import { z } from "zod";

import { complaintOf, reviewOf } from "../lists/after-sale";
import { checkoutOf } from "../lists/checkouts";
import { type Api, loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import { faultsOf, tooWide } from "./axe";
import { logInToDashboard, logInToPanel } from "./panel-steps";
import { buyAsGuest, listGoods, untilShown } from "./shop-steps";
import { tellHouse } from "./stripe-steps";

const nobody = { email: "", password: "" };
const summary = z.object({ order: z.object({ lines: z.array(z.object({ id: z.string() })) }) });
const opened = z.object({ complaint: z.object({ id: z.string() }) });

/** An order that arrived, with a review and a complaint that came to the platform. */
async function talkedOf(backend: Api) {
  const goods = await listGoods(backend);
  const order = await buyAsGuest(backend, goods);
  const seller = await loginAs(backend, "cooperative");
  const parcel = { carrier: "中国邮政", tracking_number: "YZ800000001" };
  read(await seller.post(`/cooperative/orders/${order.id}/ship`, parcel), z.unknown());
  read(await seller.post(`/cooperative/orders/${order.id}/deliver`, {}), z.unknown());
  const own = { headers: { "x-order-token": order.token } };
  const path = `/store/orders/${order.id}`;
  const line = read(await backend.get(`${path}/summary`, own), summary).order.lines[0]?.id ?? "";
  read(await backend.post(`${path}/reviews`, reviewOf(line), own), z.unknown());
  const made = await backend.post(`${path}/complaints`, complaintOf(line), own);
  const { id } = read(made, opened).complaint;
  const no = { verb: "reject", text: "照片里不是我们的货。" };
  read(await seller.post(`/cooperative/complaints/${id}/answer`, no), z.unknown());
  const step = { verb: "escalate" };
  read(await backend.post(`${path}/complaints/${id}/steps`, step, own), z.unknown());
  return { order, goods };
}

/** An order that a card has paid, and whose payer's bank takes the money back. @returns its number */
async function chargedBack(
  backend: Api,
  stripe: string,
  ending: string,
): Promise<{ number: number; intent: string }> {
  const { variant_id } = await listGoods(backend);
  const card = { "payment_method_data[type]": "card" };
  const number = { "payment_method_data[card][number]": "4242424242424242" };
  const typed = new URLSearchParams({ ...card, ...number });
  const made = await fetch(`${stripe}/v1/confirmation_tokens`, { method: "POST", body: typed });
  const { id: confirmation_token } = z.object({ id: z.string() }).parse(await made.json());
  const payment_data = { confirmation_token, return_url: "http://localhost/checkout/return" };
  const body = {
    ...checkoutOf(variant_id),
    payment_provider_id: "pp_stripe_stripe",
    payment_data,
  };
  const headers = { "idempotency-key": crypto.randomUUID() };
  const bought = await backend.post("/store/checkout", body, { headers });
  const { order } = read(bought, z.object({ order: z.object({ display_id: z.number() }) }));
  const intent = (await tellHouse(stripe, "look")).intents.at(-1)?.id ?? "";
  await tellHouse(stripe, "dispute", { intent, ending });
  return { number: order.display_id, intent };
}

async function faultsAt(page: Page, root: string, paths: readonly string[], inside?: string) {
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(`${root}${path}`);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    faults.push(...(await faultsOf(page, path, inside)), ...(await tooWide(page, path)));
  }
  return faults;
}

test("axe finds nothing on a cooperative's pages", async ({ page, backend, urls, accounts }) => {
  test.setTimeout(240_000);
  const { order, goods } = await talkedOf(backend);
  await logInToPanel(page, urls.admin, "合作社", accounts["cooperative"] ?? nobody);
  const paths = [
    "",
    "/products",
    "/products/new",
    `/products/${goods.product_id}`,
    "/adoptions",
    "/clearances",
    "/complaints",
    "/reviews",
    "/lots",
    "/orders",
    `/orders/${order.id}`,
    "/entries",
    "/contracts",
    "/settlements",
    "/settlements/new",
    "/bank",
    "/members",
    "/statement",
    `/statements/order/${order.id}`,
  ];
  expect(await faultsAt(page, `${urls.admin}/cooperative`, paths)).toEqual([]);
});

test("axe finds nothing on an official's pages", async ({ page, urls, accounts }) => {
  test.setTimeout(240_000);
  await page.goto(`${urls.admin}/login`);
  expect(await faultsOf(page, "login")).toEqual([]);
  await logInToPanel(page, urls.admin, "帮扶干部", accounts["county_official"] ?? nobody);
  const paths = [
    "",
    "/lots",
    "/disputes",
    "/income",
    "/periods",
    "/cooperatives",
    "/settlements",
    "/flow",
    "/flow/postings",
  ];
  const faults = await faultsAt(page, `${urls.admin}/official`, paths);
  await page.goto(`${urls.admin}/official`);
  await page.locator("a[href*='/official/households/']").first().click();
  await expect(page).toHaveURL(/\/households\//);
  const { pathname } = new URL(page.url());
  const more = ["", "/years", "/passbook"];
  faults.push(...(await faultsAt(page, `${urls.admin}${pathname}`, more)));
  expect(faults).toEqual([]);
});

test("axe finds nothing on the operator's own pages", async ({
  page,
  backend,
  stripe,
  urls,
  accounts,
}) => {
  test.setTimeout(240_000);
  await talkedOf(backend);
  const { number: open } = await chargedBack(backend, stripe, "");
  const { number: lost, intent } = await chargedBack(backend, stripe, "lost");
  await logInToDashboard(page, urls.backend, accounts["operator"] ?? nobody);
  await test.step("a chargeback stands with its deadline, a lost one with its entry", async () => {
    await page.goto(`${urls.backend}/app/chargebacks`);
    const row = page.getByRole("row").filter({ hasText: `#${open}` });
    await untilShown(page, row.getByText("待举证 To answer"));
    await expect(row.getByRole("link", { name: /Answer/ })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: `#${lost}` })).toHaveCount(0);
    const ended = page.getByRole("row").filter({ hasText: `#${lost}` });
    await expect(async () => {
      await page.reload();
      await page.getByRole("button", { name: /All/ }).click();
      await expect(ended.getByRole("link", { name: /Entry \d+/ })).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 40_000 });
    await expect(ended).toContainText("败诉 Lost");
    await expect(ended).toContainText("损失池承担 loss pool 31.92");
    expect(await faultsOf(page, "/chargebacks of all", "main")).toEqual([]);
  });
  await test.step("one that is won after it was booked says what is to be done", async () => {
    await tellHouse(stripe, "dispute", { intent, ending: "won" });
    await page.goto(`${urls.backend}/app/chargebacks`);
    const row = page.getByRole("row").filter({ hasText: `#${lost}` });
    await untilShown(page, row.getByText("入账后胜诉 Won after booking"));
    await expect(row).toContainText("手续费 Fee 105.00 CNY");
    await expect(row.getByRole("listitem")).toHaveCount(3);
    await expect(row).toContainText("请财务把 31.92 元记回平台损失池");
    expect(await faultsOf(page, "/chargebacks with a task", "main")).toEqual([]);
    expect(await tooWide(page, "/chargebacks with a task")).toEqual([]);
    await row.getByLabel("办了什么").fill("已请财务补回");
    await row.getByRole("button", { name: "已办 Done" }).click();
    await expect(row).toHaveCount(0);
  });
  const paths = [
    "/chargebacks",
    "/complaints",
    "/incoming",
    "/money-flow",
    "/notifications",
    "/paid-carts",
    "/pickup-points",
    "/reviews",
    "/statements",
    "/transfers",
  ];
  expect(await faultsAt(page, `${urls.backend}/app`, paths, "main")).toEqual([]);
});
