/** A union buys one box each for twenty colleagues: one payment, twenty addresses, no price on the slip. */
import { loginAs } from "../support/api";
import { expect, test } from "../support/story";
import { personOf, typedList } from "../lists/gifts";
import { logInToPanel } from "./panel-steps";
import { earnedHeading, fillContact, listGoods, untilShown } from "./shop-steps";
import { routeStripe, tellHouse, typeCard } from "./stripe-steps";

const nobody = { email: "", password: "" };

test("a gift to twenty colleagues", async ({ page, say, browser, backend, urls, accounts }) => {
  const goods = await listGoods(backend);
  await page.goto(`/goods/${goods.handle}`);
  await page.getByRole("button", { name: say("good.add") }).click();
  await page.goto("/cart");
  await page.getByRole("link", { name: say("gift.from_cart") }).click();
  await expect(page.getByRole("heading", { level: 1, name: say("gift.title") })).toBeVisible();

  // One wrong phone in the table: named by row and field, and nothing is ordered.
  const heading = "姓名,手机,省,市,区县,详细地址";
  const rows = typedList(20).replaceAll("，", ",").split("\n");
  const wrong = [...rows];
  wrong[4] = wrong[4]?.replace(personOf(5).phone, "一二三") ?? "";
  await page.getByLabel(say("gift.file")).setInputFiles({
    name: "colleagues.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${heading}\n${wrong.join("\n")}`, "utf8"),
  });
  await page.getByRole("button", { name: say("gift.read"), exact: true }).click();
  const rowSix = say("gift.wrong_row", { row: 6, field: say("gift.field_phone"), reason: "" });
  await expect(page.getByText(rowSix)).toBeVisible();
  await page.getByLabel(say("gift.file")).setInputFiles({
    name: "colleagues.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${heading}\n${rows.join("\n")}`, "utf8"),
  });
  await page.getByRole("button", { name: say("gift.read"), exact: true }).click();
  await expect(page.getByText(say("gift.count", { count: 20 }))).toBeVisible();
  await expect(page.getByText(say("gift.total_of", { each: "¥39.90", count: 20 }))).toBeVisible();

  await page.getByLabel(say("gift.message")).fill("新年好，橙心橙意");
  await fillContact(page, "union@example.com", say, say("gift.sender_name"));
  await page.getByLabel(say("checkout.outcome_success")).check();
  await page.getByRole("button", { name: `${say("checkout.pay")} ¥798.00` }).click();
  await expect(page).toHaveURL(/\/orders\/order_/);
  await untilShown(page, page.getByText(say("order.stamp_paid")).first());
  await expect(page.getByText(say("gift.boxes_state", { done: 0, count: 20 }))).toBeVisible();
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

  await untilShown(page, page.getByText(say("gift.boxes_state", { done: 1, count: 20 })));
  await expect(page.getByText("YZ300000001").first()).toBeVisible();

  const other = await loginAs(backend, "cooperative_other");
  const id = page.url().split("/").at(-1) ?? "";
  expect((await other.get(`/cooperative/orders/${id}/gift`)).status).toBe(404);
});

test("a gift to three is paid with one card, once the list is checked", async ({
  page,
  say,
  backend,
  stripe,
}) => {
  await routeStripe(page, stripe);
  const goods = await listGoods(backend);
  await page.goto(`/goods/${goods.handle}`);
  await page.getByRole("button", { name: say("good.add") }).click();
  await page.goto("/cart");
  await page.getByRole("link", { name: say("gift.from_cart") }).click();
  await fillContact(page, "card-gift@example.com", say, say("gift.sender_name"));
  await page.getByLabel(say("checkout.pp_stripe_stripe")).check();
  // Nobody is asked for a card before it is known what for, and nothing can be paid.
  await expect(page.getByText(say("gift.card_later"))).toBeVisible();
  await expect(page.getByRole("button", { name: `${say("checkout.pay")} ¥` })).toHaveCount(0);
  await page.getByLabel(say("gift.people"), { exact: true }).fill(typedList(3));
  await page.getByRole("button", { name: say("gift.read_first") }).click();
  await expect(page.getByText(say("gift.count", { count: 3 }))).toBeVisible();

  const before = await tellHouse(stripe, "look");
  const payButton = page.getByRole("button", { name: `${say("checkout.pay")} ¥119.70` });
  await typeCard(page, "4000 0000 0000 9995");
  await payButton.click();
  const poor = say("checkout.declined_insufficient_funds");
  await expect(page.getByRole("alert").getByText(poor)).toBeVisible();
  await expect(page.getByText(say("gift.count", { count: 3 }))).toBeVisible();

  // The bank of the second card asks its holder on a page of its own.
  await typeCard(page, "4000 0000 0000 3220");
  await payButton.click();
  const bank = page.getByRole("dialog", { name: /Bank/ });
  await bank.getByRole("button", { name: /Complete/ }).click();
  await expect(page).toHaveURL(/\/orders\/order_/);
  await untilShown(page, earnedHeading(page, 2, say));
  await expect(page.getByText(say("gift.boxes_state", { done: 0, count: 3 }))).toBeVisible();
  const { intents } = await tellHouse(stripe, "look");
  const taken = intents.slice(before.intents.length).map((intent) => intent.amount_received);
  expect(taken.filter((amount) => amount > 0)).toEqual([11_970]);
});

test("a wallet that says no gives the list back, also without JavaScript", async ({
  page,
  say,
  browser,
  backend,
  urls,
  stripe,
}) => {
  await routeStripe(page, stripe);
  const goods = await listGoods(backend);
  await page.goto(`/goods/${goods.handle}`);
  await page.getByRole("button", { name: say("good.add") }).click();
  await page.goto("/cart");
  await page.getByRole("link", { name: say("gift.from_cart") }).click();
  await fillContact(page, "wallet-gift@example.com", say, say("gift.sender_name"));
  await page.getByLabel(say("gift.message")).fill("新年好");
  await page.getByLabel(say("gift.people"), { exact: true }).fill(typedList(3));
  await page.getByRole("button", { name: say("gift.read_first") }).click();
  await page.getByLabel(say("checkout.pp_stripe_stripe")).check();
  await page.getByRole("button", { name: /Alipay/ }).click();
  await page.getByRole("button", { name: `${say("checkout.pay")} ¥119.70` }).click();
  await page.getByRole("button", { name: "取消付款" }).click();

  // Back from the wallet everything stands as it was typed, and nothing of it in the address.
  await expect(page).toHaveURL(/\/gift\?refused=payment_declined$/);
  await expect(page.getByText(say("checkout.declined"))).toBeVisible();
  const people = (on: typeof page) => on.getByLabel(say("gift.people"), { exact: true });
  await expect(people(page)).toHaveValue(typedList(3));
  await expect(page.getByText(say("gift.count", { count: 3 }))).toBeVisible();
  await expect(page.getByLabel(say("gift.message"))).toHaveValue("新年好");
  await expect(page.getByLabel(say("gift.sender_name"))).toHaveValue("李明");
  await expect(page.getByLabel(say("checkout.street"))).toHaveValue(/./);

  // Whoever has the same cart in another browser has not its people.
  const cookies = await page.context().cookies();
  const cartOnly = cookies.filter(({ name }) => name !== "yigou_paying");
  const stranger = await browser.newContext({ storageState: { cookies: cartOnly, origins: [] } });
  const strange = await stranger.newPage();
  await strange.goto(`${urls.storefront}/gift`);
  await expect(people(strange)).toHaveValue("");
  expect(await strange.content()).not.toContain(personOf(1).name);
  await stranger.close();

  // Without JavaScript it stands again as well, and the order is paid in another way.
  const plain = await browser.newContext({
    storageState: { cookies, origins: [] },
    javaScriptEnabled: false,
  });
  const still = await plain.newPage();
  await still.goto(`${urls.storefront}/gift`);
  await expect(people(still)).toHaveValue(typedList(3));
  await still.getByLabel(say("checkout.pp_sandbox_local")).check();
  await still.getByRole("button", { name: `${say("checkout.pay")} ¥119.70` }).click();
  await expect(still).toHaveURL(/\/orders\/order_/);
  await expect(still.getByText(personOf(3).street)).toBeVisible();

  // The order stands: its list is the order's now, and the next gift begins with an empty one.
  await still.goto(`${urls.storefront}/goods/${goods.handle}`);
  await still.getByRole("button", { name: say("good.add") }).click();
  await still.goto(`${urls.storefront}/gift`);
  await expect(people(still)).toHaveValue("");
  expect(await still.content()).not.toContain(personOf(1).name);
  await plain.close();
});
