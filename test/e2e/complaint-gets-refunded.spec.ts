/** A buyer reviews one line with a photo and complains about another; the cooperative gives a part; all see it. */
import { expect } from "@playwright/test";
import sharp from "sharp";
import { z } from "zod";

import { checkoutOf } from "../lists/checkouts";
import { type Api, loginAs, read } from "../support/api";
import { test } from "../support/story";
import { faultsOf } from "./axe";
import { logInToPanel } from "./panel-steps";
import { listGoods, type StoryGoods, untilShown } from "./shop-steps";

const nobody = { email: "", password: "" };
const bought = z.object({ order: z.object({ id: z.string() }), access_token: z.string() });

/** An order of both goods that has arrived. */
async function arrived(backend: Api, goods: readonly StoryGoods[]) {
  const items = goods.map(({ variant_id }) => ({ variant_id, quantity: 1 }));
  const body = { ...checkoutOf(items[0]?.variant_id ?? ""), items };
  const headers = { "idempotency-key": crypto.randomUUID() };
  const { order, access_token } = read(
    await backend.post("/store/checkout", body, { headers }),
    bought,
  );
  const seller = await loginAs(backend, "cooperative");
  const path = `/cooperative/orders/${order.id}`;
  const parcel = { carrier: "中国邮政", tracking_number: "YZ900000001" };
  read(await seller.post(`${path}/ship`, parcel), z.unknown());
  read(await seller.post(`${path}/deliver`, {}), z.unknown());
  return { path: `/o/${order.id}/${access_token}`, id: order.id };
}

async function photo(background: string) {
  const picture = sharp({ create: { width: 1200, height: 900, channels: 3, background } });
  return { name: "a.jpg", mimeType: "image/jpeg", buffer: await picture.jpeg().toBuffer() };
}

test("a complaint gets refunded", async ({ page, browser, backend, urls, accounts }) => {
  test.slow();
  const good = await listGoods(backend);
  const bad = await listGoods(backend);
  const order = await arrived(backend, [good, bad]);

  await page.goto(order.path);
  const say = page.getByRole("region", { name: "评价与质量投诉" });
  await untilShown(page, say);
  expect(await faultsOf(page, page.url())).toEqual([]);
  const lineOf = ({ title }: StoryGoods) => say.getByRole("listitem").filter({ hasText: title });

  await lineOf(good).getByRole("link", { name: "写评价" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "写评价" })).toBeVisible();
  expect(await faultsOf(page, page.url())).toEqual([]);
  await page.getByRole("radio", { name: /5 星/ }).check();
  await page.getByLabel("说说收到的东西").fill("我的电话 13800138000，很甜");
  await page.getByRole("button", { name: "发布评价" }).click();
  await expect(page.getByText("文字里有不能公开的内容").first()).toBeVisible();
  await page.getByLabel("说说收到的东西").fill("很甜，个头匀，孩子爱吃。");
  await page.getByLabel("照片（最多 6 张）").setInputFiles([await photo("#e8743b")]);
  await page.getByRole("button", { name: "发布评价" }).click();
  await expect(page.getByText("评价已发布，谢谢")).toBeVisible();
  await expect(lineOf(good).getByText("很甜，个头匀，孩子爱吃。")).toBeVisible();

  await lineOf(bad).getByRole("link", { name: "质量有问题" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "质量投诉" })).toBeVisible();
  expect(await faultsOf(page, page.url())).toEqual([]);
  await page.getByLabel("问题是").selectOption({ label: "腐烂变质" });
  await page.getByLabel("具体情况").fill("打开时有三分之一已经烂了。");
  await page.getByLabel("照片（最多 6 张）").setInputFiles([await photo("#6b4b2a")]);
  await page.getByLabel("只退一部分").check();
  await page.getByLabel("退多少元").fill("20.00");
  await page.getByRole("button", { name: "提交投诉" }).click();
  const card = page.getByRole("region", { name: "质量投诉", exact: true });
  await expect(card.getByText("等合作社答复").first()).toBeVisible();
  await expect(card.getByRole("img", { name: "买家照片 1" })).toHaveJSProperty(
    "naturalWidth",
    1200,
  );
  expect(await faultsOf(page, page.url())).toEqual([]);

  const desk = await browser.newContext({ locale: "zh-CN" });
  const panel = await desk.newPage();
  await logInToPanel(panel, urls.admin, "合作社", accounts["cooperative"] ?? nobody);
  await panel.goto(`${urls.admin}/cooperative/complaints?show=waiting`);
  const row = panel.getByRole("row").filter({ hasText: bad.title });
  await expect(row.getByText("腐烂变质")).toBeVisible();
  await row.getByRole("button", { name: "退一部分" }).click();
  const dialog = panel.getByRole("dialog");
  await dialog.getByLabel("愿退金额").fill("13.30");
  await dialog.getByLabel("对买家说明").fill("坏了三分之一，退三分之一。");
  await dialog.getByRole("button", { name: "退一部分" }).click();
  await expect(panel.getByText("已答复").first()).toBeVisible();
  await panel.goto(`${urls.admin}/cooperative/reviews`);
  const said = panel.getByRole("row").filter({ hasText: good.title });
  await said.getByRole("button", { name: /回\s?复/ }).click();
  await dialog.getByLabel("回复的话").fill("谢谢您，欢迎再来。");
  await dialog.getByRole("button", { name: /回\s?复/ }).click();
  await expect(said.getByText("谢谢您，欢迎再来。")).toBeVisible();
  await desk.close();

  await page.reload();
  await expect(card.getByText("等您决定").first()).toBeVisible();
  await expect(card.getByText("¥13.30").first()).toBeVisible();
  expect(await faultsOf(page, page.url())).toEqual([]);
  await card.getByRole("button", { name: "接受，退这些" }).click();
  await expect(card.getByText("已退款").first()).toBeVisible();
  const back = page.getByRole("region", { name: "售后与冲回" });
  await untilShown(page, back.getByText(/质量问题 · 冲减这户的入账/).first());
  await expect(page.getByText("部分退款")).toBeVisible();

  await page.goto(`/goods/${good.handle}`);
  const reviews = page.locator("#reviews");
  await expect(reviews.getByText("5.0 分 · 1 条评价")).toBeVisible();
  await expect(reviews.getByText("李**")).toBeVisible();
  await expect(reviews.getByText("谢谢您，欢迎再来。")).toBeVisible();
  await expect(reviews.getByRole("img", { name: "买家照片 1" })).toHaveJSProperty(
    "naturalWidth",
    1200,
  );
  expect(await faultsOf(page, page.url())).toEqual([]);

  await page.goto(`/goods/${good.handle}?lang=en`);
  await expect(page.locator("#reviews").getByText("5.0 of 5 · 1 review")).toBeVisible();
  await page.goto(`/orders/${order.id}?lang=en`);
  await expect(page.getByText("Refunded").first()).toBeVisible();
  await expect(page.getByText("The cooperative offers").first()).toBeVisible();
  expect(await faultsOf(page, page.url())).toEqual([]);
});
