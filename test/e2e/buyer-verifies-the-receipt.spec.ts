/** A buyer has the ledger's receipt recomputed in the own browser; what was tampered with does not hold. */
import { readFileSync } from "node:fs";

import { z } from "zod";

import { expect, test } from "../support/story";
import { buyAsGuest, listGoods, untilShown } from "./shop-steps";

const receiptFile = z.object({
  format: z.literal("yigou receipt 1"),
  order_id: z.string(),
  transactions: z.array(z.object({ seal: z.object({ path: z.array(z.string()) }) })).min(1),
  head: z.object({ hash: z.string() }),
});

test("a buyer opens the receipt and verifies it, in Chinese and in English, and takes it home", async ({
  page,
  backend,
}) => {
  const order = await buyAsGuest(backend, await listGoods(backend));
  await page.goto(`/o/${order.id}/${order.token}`);
  const receipt = page.getByRole("region", { name: "账本收据" });
  await untilShown(page, receipt);
  await receipt.getByText("逐笔看细节").click();
  await expect(receipt.getByText(/^区块 \d+$/).first()).toBeVisible({ timeout: 30_000 });

  await receipt.getByRole("button", { name: "验证" }).click();
  await expect(receipt.getByText("属实：每一笔都对得上")).toBeVisible();
  for (const step of ["金额与凭证相符", "收支相抵为零", "凭证在区块之中", "与公开的区块一致"])
    await expect(receipt.getByText(step).first()).toBeVisible();
  const words = await receipt.innerText();
  // A hash in hexadecimal may hold twelve digits in a row by chance; a village's code stands for itself.
  expect(words.replaceAll(/\b[0-9a-f]{64}\b/g, "")).not.toMatch(/hh_|\d{12}(?!\d)/);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    receipt.getByRole("link", { name: "下载收据（JSON）" }).click(),
  ]);
  const file = receiptFile.parse(JSON.parse(readFileSync(await download.path(), "utf8")));
  expect(file.order_id).toBe(order.id);

  await page.getByRole("button", { name: "切换到英文" }).click();
  const english = page.getByRole("region", { name: "Ledger receipt" });
  await english.getByRole("button", { name: "Verify" }).click();
  await expect(english.getByText("True: every entry matches")).toBeVisible();

  await english.getByRole("link", { name: "All blocks" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Blocks of the ledger" })).toBeVisible();
  await expect(page.getByText(file.head.hash).first()).toBeVisible();
});

test("a ledger that was changed behind the buyer's back does not hold", async ({
  page,
  backend,
}) => {
  const order = await buyAsGuest(backend, await listGoods(backend));
  await page.goto(`/o/${order.id}/${order.token}`);
  const receipt = page.getByRole("region", { name: "账本收据" });
  await untilShown(page, receipt);
  await receipt.getByText("逐笔看细节").click();
  await expect(receipt.getByText(/^区块 \d+$/).first()).toBeVisible({ timeout: 30_000 });
  // Somebody serves another chain than the one that the receipt was cut from.
  await page.route("**/ledger/blocks.json*", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.replaceAll(/"hash":"./g, '"hash":"0') });
  });
  await receipt.getByRole("button", { name: "验证" }).click();
  await expect(receipt.getByText("对不上：收据与账本不一致")).toBeVisible();
  await expect(receipt.getByText("属实：每一笔都对得上")).toHaveCount(0);
});
