/** A union buys one box each for twenty colleagues: one payment, twenty addresses, no price on the slip. */
import { loginAs } from "../support/api";
import { expect, test } from "../support/story";
import { personOf, typedList } from "../lists/gifts";
import { logInToPanel } from "./panel-steps";
import { fillContact, listGoods, untilShown } from "./shop-steps";

const nobody = { email: "", password: "" };

test("a gift to twenty colleagues", async ({ page, browser, backend, urls, accounts }) => {
  const goods = await listGoods(backend);
  await page.goto(`/goods/${goods.handle}`);
  await page.getByRole("button", { name: "加入购物车" }).click();
  await page.goto("/cart");
  await page.getByRole("link", { name: "分别寄给多个人（送礼）" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "一单送多人" })).toBeVisible();

  // One wrong phone in the table: named by row and field, and nothing is ordered.
  const heading = "姓名,手机,省,市,区县,详细地址";
  const rows = typedList(20).replaceAll("，", ",").split("\n");
  const wrong = [...rows];
  wrong[4] = wrong[4]?.replace(personOf(5).phone, "一二三") ?? "";
  await page.getByLabel("或者上传名单（CSV、Excel）").setInputFiles({
    name: "colleagues.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${heading}\n${wrong.join("\n")}`, "utf8"),
  });
  await page.getByRole("button", { name: "核对名单" }).click();
  await expect(page.getByText("第 6 行 手机：须为 6 至 20 位电话号码")).toBeVisible();
  await page.getByLabel("或者上传名单（CSV、Excel）").setInputFiles({
    name: "colleagues.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${heading}\n${rows.join("\n")}`, "utf8"),
  });
  await page.getByRole("button", { name: "核对名单" }).click();
  await expect(page.getByText("名单里有 20 人")).toBeVisible();
  await expect(page.getByText("¥39.90 × 20 人")).toBeVisible();

  await page.getByLabel("贺卡上写什么（可不填）").fill("新年好，橙心橙意");
  await fillContact(page, "union@example.com");
  await page.getByLabel("付款成功").check();
  await page.getByRole("button", { name: "支付 ¥798.00" }).click();
  await expect(page).toHaveURL(/\/orders\/order_/);
  await untilShown(page, page.getByText("已入账").first());
  await expect(page.getByText("0 / 20 份已送达")).toBeVisible();
  await expect(page.getByText(personOf(20).street)).toBeVisible();
  await expect(page.getByText("¥798.00").first()).toBeVisible();

  const number = (await page.getByRole("heading", { level: 1 }).innerText()).replace(/\D/g, "");
  const desk = await browser.newContext({ locale: "zh-CN" });
  const panel = await desk.newPage();
  await logInToPanel(panel, urls.admin, "合作社", accounts["cooperative"] ?? nobody);
  await panel.goto(`${urls.admin}/cooperative/orders?state=to_ship`);
  await panel.getByRole("link", { name: `#${number}`, exact: true }).click();
  await expect(panel.getByText("礼品收件人（20 人）").first()).toBeVisible();
  await panel.getByRole("button", { name: "发这一箱" }).first().click();
  const dialog = panel.getByRole("dialog");
  await dialog.getByLabel("快递公司").fill("中国邮政");
  await dialog.getByLabel("快递单号").fill("YZ300000001");
  await dialog.getByRole("button", { name: "确认发货" }).click();
  await panel.getByRole("button", { name: "已送达" }).first().click();
  await expect(panel.getByText("已送达").first()).toBeVisible();

  // On paper there are twenty slips with the card, and no price anywhere.
  await panel.emulateMedia({ media: "print" });
  const slips = panel.locator(".gift-slip");
  await expect(slips).toHaveCount(20);
  await expect(slips.first()).toContainText("新年好，橙心橙意");
  expect(await panel.locator("main").innerText()).not.toMatch(/[¥￥]\s?\d/);
  await desk.close();

  await untilShown(page, page.getByText("1 / 20 份已送达"));
  await expect(page.getByText("YZ300000001").first()).toBeVisible();

  const other = await loginAs(backend, "cooperative_other");
  const id = page.url().split("/").at(-1) ?? "";
  expect((await other.get(`/cooperative/orders/${id}/gift`)).status).toBe(404);

  await page.getByRole("button", { name: "切换到英文" }).click();
  await expect(page.getByText("1 of 20 delivered")).toBeVisible();
});
