/** A cart that was filled on one device is there on the next one, once. */
import { expect, test } from "../support/story";
import { listGoods, logIn } from "./shop-steps";

test("a cart follows its buyer", async ({ page, browser, backend, urls }) => {
  const goods = await listGoods(backend);
  const email = `follow-${Date.now()}@example.com`;
  const password = "correct-horse-1";

  await page.goto(`/goods/${goods.handle}`);
  await page.getByLabel("数量").fill("2");
  await page.getByRole("button", { name: "加入购物车" }).click();
  await page.goto("/register");
  await page.getByLabel("怎么称呼您").fill("林知夏");
  await page.getByLabel("电子邮箱").fill(email);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("main").getByRole("button", { name: "注册并登录" }).click();
  await expect(page.getByRole("link", { name: "我的", exact: true })).toBeVisible();

  const elsewhere = await browser.newContext({ baseURL: urls.storefront, locale: "zh-CN" });
  const other = await elsewhere.newPage();
  await other.goto(`/goods/${goods.handle}`);
  await other.getByRole("button", { name: "加入购物车" }).click();
  await logIn(other, { email, password });
  await other.goto("/cart");
  const quantity = other.getByLabel(`${goods.title} 的数量`);
  await expect(quantity).toHaveValue("2");
  await other.getByRole("button", { name: "多一份" }).click();
  await expect(quantity).toHaveValue("3");
  // Return in the field means the number in it, not the button beside it.
  await quantity.fill("5");
  const sent = other.waitForResponse((one) => one.request().method() === "POST");
  await quantity.press("Enter");
  await sent;

  await page.goto("/cart");
  await expect(page.getByLabel(`${goods.title} 的数量`)).toHaveValue("5");

  // Whoever comes next to the device finds an empty cart.
  await other.goto("/account");
  await other.getByRole("button", { name: "退出登录" }).click();
  await other.goto("/cart");
  await expect(other.getByText("购物车还是空的")).toBeVisible();
  await elsewhere.close();
});
