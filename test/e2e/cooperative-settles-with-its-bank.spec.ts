/** A cooperative settles: the bookkeeper prepares, the manager approves, the bank pays, and its statement says so. */
import { readFileSync } from "node:fs";

import type { Page } from "@playwright/test";
import { z } from "zod";

import { withClient } from "../../backend/local/database";
import { type Api, loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import { logInToPanel } from "./panel-steps";
import { shippedSale } from "./settlement-steps";

const nobody = { email: "", password: "" };
const linesSchema = z.object({
  lines: z.array(z.object({ reference: z.string(), amount_fen: z.number(), alias: z.string() })),
});

/** What the bank would answer to a settlement: one row for each of its lines. */
async function statementOf(backend: Api, id: string): Promise<string> {
  const seller = await loginAs(backend, "cooperative");
  const reply = await seller.get(`/cooperative/settlements/${id}/lines?state=paid`);
  const { lines } = read(reply, linesSchema);
  const rows = lines.map((line, n) =>
    [
      "2026-11-22",
      (line.amount_fen / 100).toFixed(2),
      "",
      "某人",
      line.reference,
      `T${id.slice(-6)}${n.toString()}`,
    ].join(),
  );
  return ["交易日期,支出金额,收入金额,对方户名,附言,流水号", ...rows].join("\n");
}

/** One click, and the words that say that it worked. */
async function press(page: Page, button: string, said: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).first().click();
  await expect(page.getByText(said).first()).toBeVisible();
}

test("a cooperative settles with its bank", async ({
  page,
  browser,
  backend,
  urls,
  accounts,
  database,
}) => {
  await withClient(database.superuserUrl, async (client) => shippedSale(backend, client));

  await logInToPanel(page, urls.admin, "合作社", accounts["bookkeeper"] ?? nobody);
  await page.goto(`${urls.admin}/cooperative/settlements/new`);
  await expect(page.getByText("已选")).toBeVisible();
  await page.getByRole("button", { name: /^制单/ }).click();
  await expect(page).toHaveURL(/\/settlements\/stl_/);
  const id = page.url().split("/").at(-1) ?? "";
  const shown = page.getByRole("region", { name: "下一步" });
  await press(page, "提交给负责人", "等负责人批准");

  const desk = await browser.newContext({ locale: "zh-CN" });
  const signing = await desk.newPage();
  await logInToPanel(signing, urls.admin, "合作社", accounts["cooperative"] ?? nobody);
  await signing.goto(`${urls.admin}/cooperative/settlements/${id}`);
  await signing.getByRole("button", { name: "批准", exact: true }).click();
  await signing.getByRole("dialog").getByRole("button", { name: "批准" }).click();
  await expect(signing.getByText("已批准").first()).toBeVisible();
  await desk.close();

  await page.reload();
  await shown.getByRole("button", { name: "导出银行文件" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "导出 CSV" }).click();
  const file = readFileSync(await (await saved).path(), "utf8");
  expect(file).toMatch(/收款账号/);
  expect(file).toMatch(/,990000\d{13},/);
  await expect(page.locator("body")).not.toContainText(/990000\d{13}/);

  const failing = page.getByRole("table", { name: "各户明细" }).getByRole("row").nth(1);
  await failing.getByRole("button", { name: /^银行退回/ }).click();
  await page.getByRole("dialog").getByLabel("原因").fill("账号与户名不符");
  await page.getByRole("dialog").getByRole("button", { name: "银行退回" }).click();
  await expect(page.getByText("账号与户名不符").first()).toBeVisible();

  await shown.getByRole("button", { name: "登记转账凭证" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("转出银行").fill("信丰农商银行");
  await dialog.getByLabel("银行流水号").fill(`PZ${Date.now().toString()}`);
  const paper = {
    name: "回单.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  };
  await dialog.getByLabel("凭证照片或 PDF").setInputFiles(paper);
  await expect(dialog.getByText("已上传")).toBeVisible();
  await dialog.getByRole("button", { name: "登记并入账" }).click();
  await expect(page.getByText("全部办完，自动办结")).toBeVisible();
  await expect(page.getByText("已办结").first()).toBeVisible();

  await page.goto(`${urls.admin}/cooperative/bank?side=ledger`);
  const csv = await statementOf(backend, id);
  const wrong = {
    name: "s.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(csv.replace("2026-11-22", "昨天")),
  };
  const upload = page.getByLabel("导入流水").locator("input[type=file]");
  await upload.setInputFiles(wrong);
  await expect(page.getByRole("alert")).toContainText("第 2 行「交易日期」列");
  await upload.setInputFiles({ ...wrong, buffer: Buffer.from(csv) });
  await expect(page.getByText(/新增 [1-9]\d* 行/).first()).toBeVisible();
  await page.goto(`${urls.admin}/cooperative/bank?side=matched`);
  await expect(page.getByRole("table", { name: "已对上" })).toContainText("附言和金额一致");

  const county = await browser.newContext({ locale: "zh-CN" });
  const watching = await county.newPage();
  await logInToPanel(watching, urls.admin, "帮扶干部", accounts["county_official"] ?? nobody);
  await watching.goto(`${urls.admin}/official/settlements/${id}`);
  await expect(watching.getByText("已办结").first()).toBeVisible();
  await expect(watching.getByRole("button", { name: "登记转账凭证" })).toHaveCount(0);
  await county.close();
});
