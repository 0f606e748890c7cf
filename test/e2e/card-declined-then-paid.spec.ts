/**
 * A card is declined, the cart stays, another card pays: one order, one credit; a refund takes it back. The
 * browser gets the double's script in place of Stripe's, and every call of it is led to the double.
 */
import { z } from "zod";

import { withClient } from "../../backend/local/database";
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
  await fillCheckout(page, "card@example.com", say);
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
