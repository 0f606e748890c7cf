/** A work unit orders, pays by bank transfer, and only the arrived money credits the households. */
import { expect, test } from "../support/story";
import { logInToPanel } from "./panel-steps";
import { fillCheckout, findGoods, listGoods, logIn, pay, untilShown } from "./shop-steps";

const nobody = { email: "", password: "" };

test("a work unit's order waits for its transfer, and is credited when the money has come", async ({
  page,
  browser,
  backend,
  urls,
  accounts,
}) => {
  const goods = await listGoods(backend);
  await logIn(page, accounts["work_unit"] ?? nobody);
  await findGoods(page, goods);
  await page.getByRole("spinbutton", { name: "数量" }).fill("3");
  await page.getByRole("button", { name: "马上买" }).click();
  await fillCheckout(page, "unit@example.com");
  await page.getByLabel(/^单位：/).check();
  await page.getByLabel("银行转账").check();
  await pay(page);

  await expect(page.getByRole("heading", { name: "请转账" })).toBeVisible();
  await expect(page.getByText("¥119.70").first()).toBeVisible();
  await expect(page.getByText("付款到账后，这里会写明每一户入账多少。")).toBeVisible();
  await expect(page.getByRole("heading", { name: /户人家增收/ })).toHaveCount(0);
  const number = (await page.getByRole("heading", { level: 1 }).innerText()).replace(/\D/g, "");

  const office = await browser.newContext({ locale: "zh-CN" });
  const desk = await office.newPage();
  await logInToPanel(desk, urls.admin, "合作社", accounts["cooperative"] ?? nobody);
  await desk.goto(`${urls.admin}/cooperative/orders?state=awaiting_transfer`);
  await desk.getByRole("link", { name: `#${number}`, exact: true }).click();
  await desk.getByRole("button", { name: "确认收到转账" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel("银行实收金额（元）").fill("119.60");
  await dialog.getByLabel("银行流水号").fill("BK-20261122-7");
  await dialog.getByRole("button", { name: "确认到账" }).click();
  await expect(dialog.getByText(/金额与应付不一致/).first()).toBeVisible();
  await dialog.getByLabel("银行实收金额（元）").fill("119.70");
  await dialog.getByRole("button", { name: "确认到账" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.getByText("待发货").first()).toBeVisible();

  await untilShown(page, page.getByRole("heading", { name: /这一单让 2 户人家增收/ }));
  await expect(page.getByText("请转账")).toHaveCount(0);
  await office.close();
});
