/** A buyer fetches the goods at a pick-up point: the keeper hands them over for the code, once. */
import { z } from "zod";

import { address } from "../lists/addresses";
import { pickupPoint } from "../lists/pickups";
import { loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import { listGoods, nameOf, pay, untilShown } from "./shop-steps";

const opened = z.object({ point: z.object({ id: z.string() }), keeper_key: z.string() });
const parcel = { carrier: "中国邮政", tracking_number: "YZ700000001" };

test("the goods are fetched at a pick-up point", async ({ page, browser, backend, urls }) => {
  const goods = await listGoods(backend);
  const name = nameOf("自提点");
  const operator = await loginAs(backend, "operator");
  const { point, keeper_key } = read(
    await operator.post("/admin/pickup-points", { ...pickupPoint, name }),
    opened,
  );

  await page.goto(`/goods/${goods.handle}`);
  await page.getByRole("button", { name: "马上买" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "结算" })).toBeVisible();
  await page.getByLabel("到自提点取").selectOption(point.id);
  await page.getByLabel("电子邮箱").fill("guest@example.com");
  await page.getByLabel("收货人").fill(address.name);
  await page.getByLabel("手机号").fill(address.phone);
  await page.getByLabel("付款成功").check();
  await pay(page);
  await untilShown(page, page.getByText("已入账").first());
  const code = (await page.locator("[data-code]").innerText()).trim();
  expect(code).toMatch(/^\d{8}$/);

  const counter = await browser.newContext({ baseURL: urls.storefront, locale: "zh-CN" });
  const keeper = await counter.newPage();
  await keeper.goto(`/keeper/${point.id}/${keeper_key}`);
  await keeper.getByLabel("8 位取货码").fill(code);
  await keeper.getByRole("button", { name: "核对并交货" }).click();
  await expect(keeper.getByText("货还没到齐")).toBeVisible();

  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const seller = await loginAs(backend, "cooperative");
  expect((await seller.post(`/cooperative/orders/${id}/ship`, parcel)).status).toBe(200);
  await untilShown(page, page.getByText("可以取了"));
  await keeper.getByLabel("8 位取货码").fill(code);
  await keeper.getByRole("button", { name: "核对并交货" }).click();
  await expect(keeper.getByText(/订单 #\d+ 已交货/)).toBeVisible();
  await keeper.getByLabel("8 位取货码").fill(code);
  await keeper.getByRole("button", { name: "核对并交货" }).click();
  await expect(keeper.getByText("这个取货码已用过")).toBeVisible();
  await counter.close();

  await untilShown(page, page.getByText("已取走"));
  await untilShown(page, page.getByText("已收货").first());
  await page.getByRole("button", { name: "切换到英文" }).click();
  await expect(page.getByText("fetched", { exact: true })).toBeVisible();
});
