/**
 * A card is declined, the cart stays, another card pays: one order, one credit; a refund takes it back. The
 * browser gets the double's script in place of Stripe's, and every call of it is led to the double.
 */
import type { Page } from "@playwright/test";
import { z } from "zod";

import { withClient } from "../../backend/local/database";
import type { Words } from "../../storefront/src/i18n";
import { address } from "../lists/addresses";
import { loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import {
  earnedHeading,
  fillCheckout,
  findGoods,
  listGoods,
  pay,
  payButton,
  untilShown,
} from "./shop-steps";
import { routeStripe, tellHouse, typeCard } from "./stripe-steps";

test("a declined card keeps the cart, the second one pays once, a refund goes back", async ({
  page,
  say,
  backend,
  stripe,
  database,
}) => {
  await routeStripe(page, stripe);
  const before = await tellHouse(stripe, "look");
  const goods = await listGoods(backend);
  await findGoods(page, goods, say);
  await page.getByRole("button", { name: say("good.buy") }).click();
  await fillCheckout(page, "card@example.com", say);
  await page.getByLabel(say("checkout.pp_stripe_stripe")).check();

  await typeCard(page, "4000 0000 0000 9995");
  await payButton(page, say).click();
  const poor = say("checkout.declined_insufficient_funds");
  await expect(page.getByRole("alert").getByText(poor)).toBeVisible();
  await expect(page.getByLabel(say("checkout.name"))).toHaveValue("李明");

  // Another bank's no, of which nothing more is told.
  await typeCard(page, "4000 0000 0000 0002");
  await payButton(page, say).click();
  await expect(page.getByText(say("checkout.declined"))).toBeVisible();

  await page.goto("/cart");
  await expect(page.getByText(goods.title).first()).toBeVisible();
  await page.getByRole("link", { name: say("cart.checkout") }).click();
  // Everything stands as it was typed: only the card is asked for again.
  await expectTyped(page, "card@example.com", say);
  await page.getByLabel(say("checkout.pp_stripe_stripe")).check();
  await typeCard(page, "4242 4242 4242 4242");
  await pay(page, say);
  await untilShown(page, earnedHeading(page, 2, say));

  const after = await tellHouse(stripe, "look");
  const made = after.intents.slice(before.intents.length);
  const taken = made.filter(({ amount_received }) => amount_received > 0);
  expect(taken.map(({ amount_received }) => amount_received)).toEqual([3990]);
  expect(made.filter(({ status }) => status === "requires_capture")).toEqual([]);

  const order_id = page.url().split("/").at(-1) ?? "";
  const [books] = await withClient(database.superuserUrl, async (client) => {
    const found = await client.query(
      `select p.id as payment_id, (select count(*)::int from order_line_item li
           join order_item i on i.item_id = li.id where i.order_id = $1) as lines,
         (select count(*)::int from capture c where c.payment_id = p.id) as captures
       from payment p join order_payment_collection o on o.payment_collection_id = p.payment_collection_id
       where o.order_id = $1`,
      [order_id],
    );
    return z
      .array(z.object({ payment_id: z.string(), lines: z.number(), captures: z.number() }))
      .parse(found.rows);
  });
  expect(books).toMatchObject({ lines: 1, captures: 1 });

  const operator = await loginAs(backend, "operator");
  const refund = await operator.post(`/admin/payments/${books?.payment_id ?? ""}/refund`, {});
  read(refund, z.unknown());
  const last = await tellHouse(stripe, "look");
  const back = last.refunds.filter(({ payment_intent }) => payment_intent === taken[0]?.id);
  expect(back.map(({ amount }) => amount)).toEqual([3990]);
  await untilShown(page, page.getByText(say("order.stamp_refunded")).first());
});

test("a wallet that says no gives a guest's address back, also without JavaScript", async ({
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
  await page.getByRole("button", { name: say("good.buy") }).click();
  await fillCheckout(page, "wallet@example.com", say);
  await page.getByLabel(say("checkout.note")).fill("放门卫");
  await page.getByLabel(say("checkout.pp_stripe_stripe")).check();
  await page.getByRole("button", { name: /Alipay/ }).click();
  await payButton(page, say).click();
  await page.getByRole("button", { name: "取消付款" }).click();

  // Back from the wallet, and after a reload: nothing of it in the address, nothing kept by the browser.
  await expect(page).toHaveURL(/\/checkout\?refused=payment_declined$/);
  await expect(page.getByText(say("checkout.declined"))).toBeVisible();
  await expectTyped(page, "wallet@example.com", say);
  await expect(page.getByLabel(say("checkout.note"))).toHaveValue("放门卫");
  const again = await page.reload();
  expect(again?.headers()["cache-control"]).toContain("no-store");
  await expectTyped(page, "wallet@example.com", say);
  const copies = await page.evaluate(async () => {
    const names = await caches.keys();
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(copies.filter((path) => path.startsWith("/checkout"))).toEqual([]);

  // Whoever has the same cart in another browser has not its address.
  const cookies = await page.context().cookies();
  const cartOnly = cookies.filter(({ name }) => name !== "yigou_paying");
  const stranger = await browser.newContext({ storageState: { cookies: cartOnly, origins: [] } });
  const strange = await stranger.newPage();
  await strange.goto(`${urls.storefront}/checkout`);
  await expect(strange.getByLabel(say("checkout.name"))).toHaveValue("");
  expect(await strange.content()).not.toContain(address.street);
  await stranger.close();

  // Without JavaScript it stands again as well, and the order is paid in another way.
  const plain = await browser.newContext({
    storageState: { cookies, origins: [] },
    javaScriptEnabled: false,
  });
  const still = await plain.newPage();
  await still.goto(`${urls.storefront}/checkout`);
  await expectTyped(still, "wallet@example.com", say);
  await still.getByLabel(say("checkout.pp_sandbox_local")).check();
  await payButton(still, say).click();
  await expect(still).toHaveURL(/\/orders\/order_/);
  await expect(still.getByText(address.street).first()).toBeVisible();

  // The order stands: the next checkout begins with an empty form.
  await still.goto(`${urls.storefront}/goods/${goods.handle}`);
  await still.getByRole("button", { name: say("good.buy") }).click();
  await expect(still.getByLabel(say("checkout.name"))).toHaveValue("");
  expect(await still.content()).not.toContain(address.street);
  await plain.close();
});

async function expectTyped(page: Page, email: string, say: Words): Promise<void> {
  await expect(page.getByLabel(say("checkout.email"))).toHaveValue(email);
  await expect(page.getByLabel(say("checkout.name"))).toHaveValue(address.name);
  await expect(page.getByLabel(say("checkout.phone"))).toHaveValue(address.phone);
  await expect(page.getByLabel(say("checkout.county"))).toHaveValue(address.county_code);
  await expect(page.getByLabel(say("checkout.street"))).toHaveValue(address.street);
}
