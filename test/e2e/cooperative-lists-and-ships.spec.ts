/** A cooperative lists goods, sells them, ships them and sees what it owes each household. */
import { z } from "zod";

import { type Api, loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import { choose, logInToPanel } from "./panel-steps";
import { amountsIn, fillCheckout, nameOf, pay, untilShown } from "./shop-steps";

const payablesSchema = z.object({
  payables: z.array(z.object({ alias: z.string(), earned_fen: z.number() })),
});

/** What stands to the household's credit on delivered goods, in fen: earlier stories left some. */
async function earnedBy(alias: string, backend: Api): Promise<number> {
  const seller = await loginAs(backend, "cooperative");
  const { payables } = read(await seller.get("/cooperative/payables"), payablesSchema);
  return payables.find((row) => row.alias === alias)?.earned_fen ?? 0;
}

const nobody = { email: "", password: "" };

test("a cooperative lists goods, and ships what a buyer has bought", async ({
  page,
  browser,
  backend,
  urls,
  accounts,
}) => {
  const title = nameOf("新上架蜂蜜");
  await logInToPanel(page, urls.admin, "合作社", accounts["cooperative"] ?? nobody);
  await page.goto(`${urls.admin}/cooperative/products/new`);
  await page.getByLabel("商品名称").fill(title);
  await choose(page, "类别", "蜂蜜");
  await page.getByLabel("介绍", { exact: true }).fill("山里的蜜，不掺糖。");
  await page.getByLabel("批次号").fill("M-2026-11");
  const variant = page.getByRole("group", { name: "规格 1" });
  await variant.getByLabel("规格名称").fill("一斤装");
  await variant.getByLabel("价格（元）").fill("58.80");
  await variant.getByLabel("库存").fill("30");
  await variant.getByLabel("每件重量").fill("0.5");
  const supplier = page.getByRole("group", { name: "供货农户 1" });
  await supplier.getByLabel("农户").click();
  const found = page.locator(".ant-select-dropdown:visible").locator(".ant-select-item-option");
  const alias = ((await found.first().innerText()).split(" · ")[0] ?? "").trim();
  await found.first().click();
  await supplier.getByLabel("交货重量").fill("20");
  await page.getByLabel("合作社服务费").fill("20");
  await page.getByLabel("每件包装费（元）").fill("2");
  await page.getByLabel("每件运费（元）").fill("3");
  await page.getByRole("button", { name: "上架", exact: true }).click();
  await expect(page).toHaveURL(/\/cooperative\/products\/prod_/);
  await expect(page.getByRole("heading", { name: title })).toBeVisible();

  const before = await earnedBy(alias, backend);
  const street = await browser.newContext({ baseURL: urls.storefront, locale: "zh-CN" });
  const shop = await street.newPage();
  await shop.goto(`/goods?q=${encodeURIComponent(title)}`);
  await shop.getByRole("main").getByRole("link", { name: title, exact: true }).first().click();
  const price = shop.getByRole("region", { name: "这份价钱的去处" });
  expect(await amountsIn(price)).toEqual([5880, 4204, 1176, 500, 0, 5880]);
  await expect(shop.getByText(alias).first()).toBeVisible();
  await shop.getByRole("button", { name: "马上买" }).click();
  await fillCheckout(shop, "guest@example.com");
  await shop.getByLabel("付款成功").check();
  await pay(shop);
  const number = (await shop.getByRole("heading", { level: 1 }).innerText()).replace(/\D/g, "");

  await page.goto(`${urls.admin}/cooperative/orders?state=to_ship`);
  await page.getByRole("link", { name: `#${number}`, exact: true }).click();
  await page.getByRole("button", { name: "发货" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("快递公司").fill("中国邮政");
  await dialog.getByLabel("快递单号").fill("单号有误");
  await dialog.getByRole("button", { name: "确认发货" }).click();
  await expect(dialog.getByText("单号是 5 到 40 位的字母、数字或短横")).toBeVisible();
  await dialog.getByLabel("快递单号").fill("YZ123456789");
  await dialog.getByRole("button", { name: "确认发货" }).click();
  await expect(page.getByText("已发货").first()).toBeVisible();
  await page.getByRole("button", { name: "登记已送达" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "登记已送达" }).click();
  await expect(page.getByText("已送达").first()).toBeVisible();

  await untilShown(shop, shop.getByText("YZ123456789"));
  await untilShown(shop, shop.getByRole("list", { name: title }).getByText("已收货"));

  await page.goto(`${urls.admin}/cooperative/payables`);
  const owed = page.getByRole("row").filter({ hasText: alias });
  await expect(owed.first()).toContainText(((before + 4204) / 100).toFixed(2));
  expect(await earnedBy(alias, backend)).toBe(before + 4204);

  const elsewhere = await browser.newContext({ locale: "zh-CN" });
  const other = await elsewhere.newPage();
  await logInToPanel(other, urls.admin, "合作社", accounts["cooperative_other"] ?? nobody);
  await other.goto(`${urls.admin}/cooperative/orders`);
  await expect(other.getByRole("link", { name: `#${number}`, exact: true })).toHaveCount(0);
  await street.close();
  await elsewhere.close();
});
