/** A village cadre sees the households of the own village, their income, and nothing beyond it. */
import { z } from "zod";

import { loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import { logInToPanel } from "./panel-steps";
import { buyAsGuest, listGoods } from "./shop-steps";

const page100 = z.object({
  households: z.array(
    z.object({
      id: z.string(),
      head_name: z.string(),
      alias: z.string(),
      division_name: z.string(),
    }),
  ),
  count: z.number(),
});

test("a village cadre sees only the own village", async ({ page, backend, urls, accounts }) => {
  const query = { limit: 100 };
  const list = async (name: "village_cadre" | "county_official") =>
    read(await (await loginAs(backend, name)).get("/official/households", { query }), page100);
  const village = await list("village_cadre");
  const county = await list("county_official");
  const own = new Set(village.households.map((one) => one.id));
  const foreign = county.households.find((one) => !own.has(one.id));
  const [home] = village.households;
  if (!foreign || !home) throw new Error("the demonstration has no village beside the cadre's");

  await logInToPanel(
    page,
    urls.admin,
    "帮扶干部",
    accounts["village_cadre"] ?? { email: "", password: "" },
  );
  const table = page.getByRole("table", { name: "农户名册" });
  await expect(table).toBeVisible();
  for (const one of village.households.slice(0, 5)) {
    await expect(table.getByRole("link", { name: one.head_name }).first()).toBeVisible();
  }
  const places = await table.getByRole("row").filter({ hasText: foreign.head_name }).count();
  const namesakes = village.households.filter((one) => one.head_name === foreign.head_name).length;
  expect(places).toBe(namesakes);

  await page.goto(`${urls.admin}/official/households/${home.id}`);
  await expect(page.getByRole("heading", { name: `${home.head_name}户` })).toBeVisible();
  const facts = page.getByRole("region", { name: "户情" });
  await expect(facts).toContainText(/\*{3,}/);
  await expect(facts).not.toContainText(/990000\d{8}/);
  await expect(facts).not.toContainText(/1000000\d{4}/);

  await page.goto(`${urls.admin}/official/households/${foreign.id}`);
  await expect(page.getByRole("alert")).toContainText("没有找到");
  await expect(page.getByText(foreign.head_name)).toHaveCount(0);
});

test("the cadre sees a sale arrive in a household's account, and can read it in English", async ({
  page,
  backend,
  urls,
  accounts,
}) => {
  const { households } = read(
    await (
      await loginAs(backend, "village_cadre")
    ).get("/official/households", { query: { limit: 100 } }),
    page100,
  );
  const aliases = households.map(({ alias }) => alias);
  const goods = await listGoods(backend, aliases);
  const order = await buyAsGuest(backend, goods);
  const home = households.find((one) => one.alias === goods.aliases[0]);
  expect(home, "the household that supplied lives in the cadre's village").toBeDefined();

  await logInToPanel(
    page,
    urls.admin,
    "帮扶干部",
    accounts["village_cadre"] ?? { email: "", password: "" },
  );
  await page.goto(`${urls.admin}/official/households/${home?.id ?? ""}`);
  const account = page.getByRole("region", { name: "收入账" });
  const row = account.getByRole("row").filter({ hasText: goods.title });
  await expect(async () => {
    await page.reload();
    await expect(row).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 40_000 });
  await expect(row).toContainText(`#${order.display_id}`);
  await expect(row).toContainText("待收货");

  // On a phone the choice of language is in the menu.
  const menu = page.getByRole("button", { name: "打开菜单" });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
  await expect(page.getByText("待收货")).toHaveCount(0);
  await expect(page.getByText("收入账", { exact: true })).toHaveCount(0);
});
