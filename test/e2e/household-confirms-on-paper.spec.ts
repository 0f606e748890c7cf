/**
 * A household without a smartphone confirms on paper: what was settled is paid, the cadre prints the passbook
 * page and sends the photograph of the signed one; another household says that it got nothing.
 */
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { z } from "zod";

import { withClient } from "../../backend/local/database";
import { type Api, loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import { logInToPanel } from "./panel-steps";
import { approvedWage, officeOf, payOut, untilSettled } from "./wage-steps";

const nobody = { email: "", password: "" };
const found = z.object({
  households: z.array(z.object({ id: z.string(), head_name: z.string(), alias: z.string() })),
});
const WAGE_FEN = 123_456;
const WAGE = "1,234.56";

/** The photograph of a page; no two are alike. */
async function photograph(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const now = Date.now();
  const background = { r: now & 255, g: (now >> 8) & 255, b: (now >> 16) & 255 };
  const blank = sharp({ create: { width: 300, height: 400, channels: 3, background } });
  return { name: "签字页.jpg", mimeType: "image/jpeg", buffer: await blank.jpeg().toBuffer() };
}

/** Two households of the cadre's village; the two widths take others, so that neither finds the other's money. */
async function householdsFor(backend: Api, project: string) {
  const cadre = await loginAs(backend, "village_cadre");
  const reply = await cadre.get("/official/households", { query: { limit: 20 } });
  const { households } = read(reply, found);
  const [signs, denies] = households.slice(project === "phone" ? 4 : 6);
  if (!signs || !denies) throw new Error("the cadre's village has too few households");
  return { signs, denies };
}

/** Counts how often the browser is asked to print. */
async function watchPrinting(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    window.print = () => {
      document.body.dataset["printed"] = String(Number(document.body.dataset["printed"] ?? 0) + 1);
    };
  });
  return () => page.evaluate(() => Number(document.body.dataset["printed"] ?? 0));
}

async function speak(page: Page, language: "English" | "中文"): Promise<void> {
  const menu = page.getByRole("button", { name: /打开菜单|Open the menu|menu/i }).first();
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("button", { name: language }).click();
  await expect(page.locator("html")).toHaveAttribute(
    "lang",
    language === "English" ? /^en/ : /^zh/,
  );
  // The menu closes slowly, and not at all while it still opens: the next dialog must stand alone.
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
}

/** Ticks all that is paid and says that it has arrived, with this photograph of a signed page. */
async function confirmByPage(page: Page, photo: Awaited<ReturnType<typeof photograph>>) {
  await page.getByRole("button", { name: "登记户主已收到" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(WAGE);
  await expect(dialog.getByRole("button", { name: "确认登记" })).toBeDisabled();
  await dialog.getByLabel("签字页照片").setInputFiles(photo);
  await expect(dialog.getByText("照片已上传")).toBeVisible();
  await dialog.getByRole("button", { name: "确认登记" }).click();
  return dialog;
}

test("a household confirms on paper, and another says that it got nothing", async ({
  page,
  browser,
  backend,
  urls,
  accounts,
  database,
}, { project }) => {
  const { signs, denies } = await householdsFor(backend, project.name);
  const office = await officeOf(backend);
  const fileOf = (id: string) => `${urls.admin}/official/households/${id}`;
  const account = page.getByRole("region", { name: "收入账" });
  const photo = await photograph();

  await test.step("wages are approved and settled: nothing to confirm before the bank has paid", async () => {
    for (const { id } of [signs, denies]) await approvedWage(office, id, WAGE_FEN);
    const settled = await withClient(database.superuserUrl, async (client) =>
      Promise.all([signs, denies].map(({ id }) => untilSettled(office, client, id))),
    );
    expect(settled).toEqual([WAGE_FEN, WAGE_FEN]);
    await logInToPanel(page, urls.admin, "帮扶干部", accounts["village_cadre"] ?? nobody);
    await page.goto(fileOf(signs.id));
    await expect(account).toContainText("已结算");
    await expect(page.getByRole("button", { name: "登记户主已收到" })).toHaveCount(0);
    await page.goto(`${fileOf(signs.id)}/passbook`);
    await page.getByRole("button", { name: "生成并打印" }).click();
    await expect(page.getByText("没有等待确认的打款")).toBeVisible();
  });

  await test.step("the bank has paid: the cadre prints the passbook page", async () => {
    for (const { id } of [signs, denies]) await payOut(office, id, WAGE_FEN);
    const printed = await watchPrinting(page);
    await page.goto(fileOf(signs.id));
    await page.getByRole("link", { name: "打印明白卡页" }).click();
    await page.getByRole("button", { name: "生成并打印" }).click();
    const sheet = page.getByRole("region", { name: "打印明白卡页" });
    await expect(sheet).toContainText(WAGE);
    await expect(sheet).toContainText("务工");
    await expect.poll(printed).toBe(1);
    await page.emulateMedia({ media: "print" });
    await expect(sheet.getByText("户主签字或手印")).toBeVisible();
    await expect(page.getByRole("button", { name: "生成并打印" })).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await expect(sheet.getByText("户主签字或手印")).toBeHidden();
  });

  await test.step("the signed page confirms, once", async () => {
    await page.goto(fileOf(signs.id));
    await confirmByPage(page, photo);
    await expect(page.getByText("已登记 1 笔").first()).toBeVisible();
    const history = page.getByRole("region", { name: "户主的确认" });
    await expect(history).toContainText(WAGE);
    await expect(history).toContainText("签字页");
    const download = page.waitForEvent("download");
    await history.getByRole("link", { name: "下载签字页" }).first().click();
    expect((await download).suggestedFilename()).toMatch(/^page-.*\.jpg$/);
    await expect(page.getByRole("button", { name: "登记户主已收到" })).toHaveCount(0);
    await page.goto(`${fileOf(signs.id)}/passbook`);
    await page.getByRole("button", { name: "生成并打印" }).click();
    await expect(page.getByText("没有等待确认的打款")).toBeVisible();
  });

  await test.step("the same photograph proves nothing for another household", async () => {
    await page.goto(fileOf(denies.id));
    const dialog = await confirmByPage(page, photo);
    await expect(dialog.getByRole("alert")).toBeVisible();
    await dialog.getByRole("button", { name: "取消" }).click();
    await expect(account).toContainText("已打款");
  });

  await test.step("that household says in English screens that it got nothing", async () => {
    await speak(page, "English");
    const book = page.getByRole("region", { name: "Income account" });
    await book.getByRole("checkbox").last().check();
    await page.getByRole("button", { name: "Household did not get it" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Keep the objection" }).click();
    await expect(dialog).toContainText("Please write down what the household says");
    await dialog.getByLabel("What the household says").fill(`卡上没有这笔钱 ${project.name}`);
    await dialog.getByRole("button", { name: "Keep the objection" }).click();
    await expect(page.getByText("township and county will see it").first()).toBeVisible();
    await page.goto(`${urls.admin}/official/disputes`);
    const row = page.getByRole("row").filter({ hasText: `卡上没有这笔钱 ${project.name}` });
    await expect(row).toContainText(WAGE);
    await expect(row).toContainText("Open");
    await expect(page.getByRole("main")).not.toContainText(/异议|办结/);
    await expect(row.getByRole("button")).toHaveCount(0);
  });

  await test.step("the township ends it with a reason; nobody ends it twice", async () => {
    const desk = await browser.newContext({ locale: "zh-CN" });
    const township = await desk.newPage();
    const login = accounts["township_official"] ?? nobody;
    await logInToPanel(township, urls.admin, "帮扶干部", login);
    await township.goto(`${urls.admin}/official/disputes`);
    const row = township.getByRole("row").filter({ hasText: `卡上没有这笔钱 ${project.name}` });
    await row.getByRole("button", { name: /^办结/ }).click();
    const dialog = township.getByRole("dialog");
    await dialog.getByText("经核实不成立").click();
    await dialog.getByLabel("原因和经过").fill("户主查到钱在另一张卡上");
    await dialog.getByRole("button", { name: "办结" }).click();
    await expect(row).toHaveCount(0);
    await township.goto(`${urls.admin}/official/disputes?state=resolved`);
    await expect(row).toContainText("户主查到钱在另一张卡上");
    await expect(row.getByRole("button")).toHaveCount(0);
    await desk.close();
  });

  await test.step("a cadre of another village sees none of it", async () => {
    const desk = await browser.newContext({ locale: "zh-CN" });
    const stranger = await desk.newPage();
    const login = accounts["village_cadre_other"] ?? nobody;
    await logInToPanel(stranger, urls.admin, "帮扶干部", login);
    for (const path of ["", "/passbook"]) {
      await stranger.goto(`${fileOf(signs.id)}${path}`);
      await expect(stranger.getByRole("alert").first()).toContainText("没有找到");
      await expect(stranger.getByText(signs.head_name)).toHaveCount(0);
    }
    await stranger.goto(`${urls.admin}/official/disputes?state=resolved`);
    await expect(stranger.getByText("没有这样的异议")).toBeVisible();
    await desk.close();
  });
});
