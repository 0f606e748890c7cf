/** The operator's own pages stand in Medusa's dashboard: the month's money down to a posting, and statements. */
import { z } from "zod";

import { read } from "../support/api";
import { expect, test } from "../support/story";
import { logInToDashboard } from "./panel-steps";
import { buyAsGuest, listGoods } from "./shop-steps";

const credited = z.object({ credits: z.array(z.unknown()).min(1) });

test("the operator follows the money in the dashboard", async ({
  page,
  backend,
  urls,
  accounts,
}) => {
  const goods = await listGoods(backend);
  const order = await buyAsGuest(backend, goods);
  const headers = { "x-order-token": order.token };
  await expect(async () => {
    read(await backend.get(`/store/orders/${order.id}/credits`, { headers }), credited);
  }).toPass({ timeout: 40_000 });

  await logInToDashboard(page, urls.backend, accounts["operator"] ?? { email: "", password: "" });

  await test.step("from the month's flow to a posting and what proves it", async () => {
    await page.goto(`${urls.backend}/app/money-flow`);
    await expect(page.getByRole("heading", { name: "资金流向 Money flow" })).toBeVisible();
    await expect(page.getByText("平 Balanced")).toBeVisible();
    const band = page.getByRole("row").filter({ hasText: "买家 Buyers" });
    await band.filter({ hasText: "农户·生产经营性" }).getByRole("button").click();
    const posting = page.getByRole("row").filter({ hasText: goods.title }).first();
    // The journal begins with the oldest: what was just paid stands on its last page.
    const next = page.getByRole("button", { name: /Next/ }).last();
    await expect(page.getByText(/^合计 Sum/)).toBeVisible();
    for (let first = 21; (await posting.count()) === 0 && (await next.isEnabled()); first += 20) {
      await next.click();
      await expect(page.getByText(new RegExp(`^${first}–`))).toBeVisible();
    }
    await expect(posting).toContainText(`#${order.display_id}`);
    await posting.getByRole("button").click();
    const proof = page.getByRole("dialog");
    await expect(proof).toContainText("货款到账 Sale paid");
    await proof.getByRole("link", { name: /The order's statement/ }).click();
  });

  await test.step("the order's statement, and the loss pool's as a paper", async () => {
    await expect(page.getByRole("heading", { name: "对账单 Statements" })).toBeVisible();
    await expect(page.getByRole("table").last()).toContainText(goods.title);
    await page.goto(`${urls.backend}/app/statements?subject=party&id=loss_pool`);
    await expect(page.getByText("损失池").first()).toBeVisible();
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "Excel" }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  await test.step("what waits for the operator", async () => {
    await page.goto(`${urls.backend}/app/paid-carts`);
    await expect(page.getByRole("heading", { name: /Paid carts without an order/ })).toBeVisible();
    await page.goto(`${urls.backend}/app/transfers`);
    await expect(page.getByRole("heading", { name: /Transfers awaited/ })).toBeVisible();
  });
});
