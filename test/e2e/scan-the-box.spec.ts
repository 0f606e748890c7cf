/** The cooperative prints the label; whoever holds the box scans it, and sees where it comes from. */
import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { z } from "zod";

import { storyWords } from "../../storefront/src/i18n/story-words";
import { loginAs, read } from "../support/api";
import { textOfPdf } from "../support/pdf-text";
import { expect, test } from "../support/story";
import { logInToPanel } from "./panel-steps";
import { listGoods } from "./shop-steps";

const nobody = { email: "", password: "" };
const households = z.object({
  households: z.array(z.object({ id: z.string(), alias: z.string() })),
});

/** Nothing that would keep somebody out: WCAG 2.2 AA, by axe. */
async function expectOpenToAll(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
}

test("a label is printed, scanned, and tells of the lot; a false code says so", async ({
  page,
  lang,
  browser,
  backend,
  urls,
  accounts,
}) => {
  test.setTimeout(240_000);
  const say = storyWords[lang];
  const [disputed = ""] = say.dispute_open("\n").split("\n");
  const goods = await listGoods(backend);
  const [shown = ""] = goods.aliases;
  const county = await loginAs(backend, "county_official");
  const found = read(await county.get("/official/households", { query: { q: shown } }), households);
  const id = found.households.find(({ alias }) => alias === shown)?.id ?? "";
  const consent = {
    purpose: "story",
    evidence: "signed_page",
    given_on: "2026-01-01",
    expires_on: "2028-01-01",
  };
  const consents = `/official/households/${id}/consents`;
  read(await county.post(consents, consent), z.unknown());

  const printed = await test.step("the cooperative prints the label", async () => {
    const desk = await (await browser.newContext()).newPage();
    await logInToPanel(desk, urls.admin, "合作社", accounts["cooperative"] ?? nobody);
    await desk.goto(`${urls.admin}/cooperative/lots`);
    const row = desk.getByRole("row").filter({ hasText: goods.title });
    const coming = desk.waitForEvent("download");
    await row.getByRole("button", { name: "打印箱贴" }).click();
    // The file is the context's own: it goes with it.
    const label = textOfPdf(await readFile(await (await coming).path()));
    await desk.context().close();
    return label;
  });
  const [, code = ""] = /\/lots\/([2-9A-Z]{12})/.exec(printed) ?? [];
  expect(code).not.toBe("");

  await test.step("the address on the label tells of the lot", async () => {
    await page.goto(`/lots/${code}`);
    await expect(page.getByRole("heading", { level: 1, name: goods.title })).toBeVisible();
    await expect(page.getByRole("heading", { name: say.deliveries })).toBeVisible();
    await expect(page.getByRole("heading", { name: say.certificates })).toBeVisible();
    await expect(page.getByRole("heading", { name: say.reports })).toBeVisible();
    await expectOpenToAll(page);
    await page.getByRole("link", { name: shown }).click();
    await expect(page.getByRole("heading", { level: 1, name: shown })).toBeVisible();
    await expectOpenToAll(page);
  });

  await test.step("withdrawn, the household is gone from its page and from the lot", async () => {
    const own = page.url();
    read(await county.post(`${consents}/withdrawal`, { purpose: "story" }), z.unknown());
    await expect(async () => {
      expect((await page.goto(own))?.status()).toBe(404);
    }).toPass({ timeout: 2_000 });
    await page.goto(`/lots/${code}`);
    await expect(page.getByRole("heading", { level: 1, name: goods.title })).toBeVisible();
    await expect(page.getByRole("link", { name: shown })).toHaveCount(0);
  });

  await test.step("its address can ask for the other language", async () => {
    const other = lang === "zh" ? "en" : "zh";
    await page.goto(`/lots/${code}?lang=${other}`);
    const deliveries = page.getByRole("heading", { name: storyWords[other].deliveries });
    await expect(deliveries).toBeVisible();
    await expectOpenToAll(page);
    await page.goto(`/lots/${code}?lang=${lang}`);
  });

  await test.step("a mistyped code and a forged one get a clear answer", async () => {
    const wrong = code.slice(0, 11) + (code.endsWith("2") ? "3" : "2");
    expect((await page.goto(`/lots/${wrong}`))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: say.wrong })).toBeVisible();
    await expectOpenToAll(page);
    await page.getByLabel(say.code_other).fill(code.toLowerCase());
    await page.getByRole("button", { name: say.code_find }).click();
    await expect(page.getByRole("heading", { level: 1, name: goods.title })).toBeVisible();
  });

  await test.step("the producers deny the origin: the page says so, the goods are off sale", async () => {
    const statement = { statement: "本村没有交过这批货" };
    read(await county.post(`/official/lots/${code}/dispute`, statement), z.unknown());
    await expect(async () => {
      await page.goto(`/lots/${code}`);
      await expect(page.getByText(disputed)).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 4_000 });
    await expect(async () => {
      expect((await page.goto(`/goods/${goods.handle}`))?.status()).toBe(404);
    }).toPass({ timeout: 2_000 });
  });
});
