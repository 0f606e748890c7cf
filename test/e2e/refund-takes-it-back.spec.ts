/** The operator gives the money back in Medusa's dashboard: buyer and official see the income fall. */
import { z } from "zod";

import { loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import { logInToDashboard, logInToPanel } from "./panel-steps";
import { amountsIn, buyAsGuest, listGoods, untilShown } from "./shop-steps";

const payments = z.object({
  order: z.object({
    payment_collections: z.array(z.object({ payments: z.array(z.object({ id: z.string() })) })),
  }),
});
const summary = z.object({ rows: z.array(z.object({ key: z.string() })) });

test("a refund in the dashboard takes the income back, before everybody's eyes", async ({
  page,
  browser,
  backend,
  urls,
  accounts,
}) => {
  // Three programs of the browser are opened here, Medusa's dashboard among them.
  test.slow();
  const goods = await listGoods(backend);
  const order = await buyAsGuest(backend, goods);
  await page.goto(`/o/${order.id}/${order.token}`);
  const earned = page.getByRole("heading", { name: /这一单让 2 户人家增收/ });
  await untilShown(page, earned);
  const [before = 0] = await amountsIn(earned);
  expect(before).toBeGreaterThan(0);

  const operator = await loginAs(backend, "operator");
  const path = `/admin/orders/${order.id}?fields=id,*payment_collections.payments`;
  const found = read(await operator.get(path), payments).order.payment_collections[0]?.payments[0];
  const office = await browser.newContext({
    locale: "en-US",
    viewport: { width: 1366, height: 900 },
  });
  const desk = await office.newPage();
  await logInToDashboard(desk, urls.backend, accounts["operator"] ?? { email: "", password: "" });
  await desk.goto(`${urls.backend}/app/orders/${order.id}/refund?paymentId=${found?.id ?? ""}`);
  const amount = desk.locator('input[name="refund.amount"], input[name="amount"]').first();
  await amount.fill("19.95");
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk).not.toHaveURL(/refund/);

  const reversed = page.getByText(/冲回 ¥/).first();
  await untilShown(page, reversed);
  await expect(page.getByText("部分退款")).toBeVisible();
  const [half = 0] = await amountsIn(earned);
  expect(Math.abs(half * 2 - before)).toBeLessThanOrEqual(2);

  await desk.goto(`${urls.backend}/app/orders/${order.id}/refund?paymentId=${found?.id ?? ""}`);
  await amount.fill("19.95");
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk).not.toHaveURL(/refund/);
  await untilShown(page, page.getByText("已退款").first());
  await expect(async () => {
    await page.reload();
    expect(await amountsIn(earned)).toEqual([0]);
  }).toPass({ timeout: 30_000 });

  const official = await loginAs(backend, "county_official");
  const query = { group_by: "household", product_id: goods.product_id };
  const { rows } = read(await official.get("/official/income/summary", { query }), summary);
  await logInToPanel(
    desk,
    urls.admin,
    "帮扶干部",
    accounts["county_official"] ?? { email: "", password: "" },
  );
  await desk.goto(`${urls.admin}/official/households/${rows[0]?.key ?? ""}`);
  const account = desk.getByRole("region", { name: "收入账" });
  const row = account.getByRole("row").filter({ hasText: goods.title });
  await expect(row.first()).toBeVisible();
  await expect(account.getByText(/冲销：/).first()).toBeVisible();
  await office.close();
});
