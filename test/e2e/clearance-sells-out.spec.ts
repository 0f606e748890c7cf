/** A cooperative clears a glut; two buyers want the last boxes; it is over by itself. */
import { expect, test } from "../support/story";
import { logInToPanel } from "./panel-steps";
import { buyAsGuest, fillCheckout, listGoods, pay, payButton, untilShown } from "./shop-steps";
import { dayFromNow } from "../lists/clearances";

const nobody = { email: "", password: "" };

test("a clearance sells out", async ({ page, say, browser, backend, urls, accounts }) => {
  const goods = await listGoods(backend);

  const desk = await browser.newContext({ locale: "zh-CN" });
  const panel = await desk.newPage();
  await logInToPanel(panel, urls.admin, "合作社", accounts["bookkeeper"] ?? nobody);
  await panel.goto(`${urls.admin}/cooperative/clearances`);
  await panel.getByRole("button", { name: "开清仓" }).click();
  const dialog = panel.getByRole("dialog");
  await dialog.getByLabel("商品").fill(goods.title);
  await panel.locator(".ant-select-dropdown:visible").getByText(goods.title).first().click();
  await dialog.getByLabel("清仓价（元）").fill("39.90");
  await dialog.getByLabel("份数").fill("2");
  await dialog.getByLabel("原因").fill("连日阴雨，熟得太快");
  await dialog.getByLabel("最后一天").fill(dayFromNow(2));
  await dialog.getByRole("button", { name: "开清仓" }).click();
  await expect(dialog.getByText("清仓价须低于现价").first()).toBeVisible();
  await dialog.getByLabel("清仓价（元）").fill("29.90");
  await dialog.getByRole("button", { name: "开清仓" }).click();
  await expect(panel.getByText("清仓已开")).toBeVisible();
  const row = panel.getByRole("row").filter({ hasText: goods.title });
  await expect(
    row.or(panel.getByRole("listitem").filter({ hasText: goods.title })).first(),
  ).toContainText("0 / 2 份");

  await page.goto("/clearance");
  const title = page.getByRole("heading", { level: 1, name: say("clearance.title") });
  await expect(title).toBeVisible();
  const offer = page.getByRole("article").filter({ hasText: goods.title });
  await expect(offer).toContainText(say("clearance.left", { count: 2 }));
  await expect(offer).toContainText(say("clearance.usual", { amount: "¥39.90" }));
  // 29.90 less 10 % service, packing 2.00 and freight 1.99.
  await expect(offer).toContainText(say("clearance.reaches", { amount: "¥22.92" }));
  await offer.getByRole("link", { name: goods.title }).click();
  await expect(page.getByText("连日阴雨，熟得太快")).toBeVisible();
  await page.getByLabel(say("good.quantity")).fill("2");
  await page.getByRole("button", { name: say("good.buy") }).click();
  await fillCheckout(page, "guest@example.com", say);

  // While the buyer fills in the form, another takes one of the two.
  await buyAsGuest(backend, goods);
  await page.getByLabel(say("checkout.outcome_success")).check();
  await payButton(page, say).click();
  await expect(page.getByText(say("clearance.sold_out_left", { count: 1 }))).toBeVisible();
  await page.goto("/cart");
  await page.getByRole("button", { name: say("cart.less") }).click();
  await page.getByRole("link", { name: say("cart.checkout") }).click();
  await fillCheckout(page, "guest@example.com", say);
  await page.getByLabel(say("checkout.outcome_success")).check();
  await pay(page, say);
  await expect(page.getByText("¥29.90").first()).toBeVisible();

  await page.goto(`/goods/${goods.handle}`);
  await untilShown(page, page.getByText("¥39.90").first());
  await expect(page.getByText(say("clearance.tag"), { exact: true })).toHaveCount(0);
  await page.goto("/clearance");
  await expect(page.getByRole("article").filter({ hasText: goods.title })).toHaveCount(0);
  await panel.reload();
  await expect(panel.getByText("已售罄").first()).toBeVisible();
  await desk.close();
});
