/** A buyer finds goods, sees where the price goes, pays, and sees which household earned what. */
import { expect, test } from "../support/story";
import { amountsIn, fillCheckout, findGoods, listGoods, pay, untilShown } from "./shop-steps";

test("a guest buys and sees which household earned what, in Chinese and in English", async ({
  page,
  backend,
  browser,
}) => {
  const goods = await listGoods(backend);
  await findGoods(page, goods);

  const price = page.getByRole("region", { name: "这份价钱的去处" });
  const [whole = 0, household = 0, ...rest] = await amountsIn(price);
  expect(whole).toBe(3990);
  const sum = rest.pop();
  expect(sum).toBe(3990);
  expect(household + rest.reduce((total, part) => total + part, 0)).toBe(3990);
  for (const alias of goods.aliases) await expect(page.getByText(alias).first()).toBeVisible();

  await page.getByRole("button", { name: "马上买" }).click();
  await fillCheckout(page, "guest@example.com");
  await page.getByLabel("付款成功").check();
  await pay(page);

  const earned = page.getByRole("heading", { name: /这一单让 2 户人家增收/ });
  await untilShown(page, earned);
  expect(await amountsIn(earned)).toEqual([household]);
  const credits = page.getByRole("list", { name: goods.title });
  for (const alias of goods.aliases) await expect(credits.getByText(alias)).toBeVisible();
  const shares = await amountsIn(credits);
  expect(shares.reduce((total, part) => total + part, 0)).toBe(household);
  await expect(credits.getByText("已付款").first()).toBeVisible();

  await page.getByRole("button", { name: "切换到英文" }).click();
  const english = page.getByRole("heading", { name: /This order earned 2 households/ });
  await expect(english).toBeVisible();
  expect(await amountsIn(english)).toEqual([household]);

  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  const answer = await other.goto(page.url());
  expect(answer?.status()).toBe(404);
  await expect(other.getByText(goods.title)).toHaveCount(0);
  await stranger.close();
});

test("a declined payment buys nothing, says so, and can be paid another way", async ({
  page,
  backend,
}) => {
  const goods = await listGoods(backend);
  await page.goto(`/goods/${goods.handle}`);
  await page.getByRole("button", { name: "马上买" }).click();
  await fillCheckout(page, "guest@example.com");
  await page.getByLabel("付款被拒").check();
  await page.getByRole("button", { name: /^支付/ }).click();
  await expect(page.getByText("付款没有成功，没有扣款。可以换一种方式再付。")).toBeVisible();
  await expect(page.getByLabel("收货人")).toHaveValue("李明");
  await page.getByLabel("银行稍后答复").check();
  await pay(page);
  await expect(page.getByText("付款到账后，这里会写明每一户入账多少。")).toBeVisible();
  await page.getByRole("button", { name: "沙盒：银行答复“成功”" }).click();
  await untilShown(page, page.getByRole("heading", { name: /这一单让 2 户人家增收/ }));
});
