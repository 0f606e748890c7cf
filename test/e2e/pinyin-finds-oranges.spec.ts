/** A buyer who types pinyin, initials or a mistake finds the oranges, and narrows the list by links. */
import { expect, test } from "../support/story";
import { listGoods } from "./shop-steps";

const words = {
  zh: {
    search: "搜索",
    suggestions: "搜索建议",
    meant: "您要找的是不是",
    county: "产地",
    category: "种类",
    sort: "排序",
    cheapest: "价格从低到高",
    helps: "先帮近期没有收入的农户",
    label: "优先帮销",
    remove: "去掉：信丰县",
    filters: "筛选与排序",
  },
  en: {
    search: "Search",
    suggestions: "Search suggestions",
    meant: "Did you mean",
    county: "County",
    category: "Kind",
    sort: "Sort",
    cheapest: "Price, low to high",
    helps: "Helps those without income first",
    label: "Help first",
    remove: "Remove: 信丰县",
    filters: "Filter and sort",
  },
} as const;

test("pinyin, a mistake and two facets lead to the oranges", async ({ page, lang, backend }) => {
  const say = words[lang];
  await listGoods(backend);
  await page.goto("/");
  const field = page.getByRole("searchbox", { name: say.search });

  // As one types.
  await field.pressSequentially("qic");
  const suggestions = page.getByRole("list", { name: say.suggestions });
  await expect(suggestions.getByRole("link", { name: /脐橙/ }).first()).toBeVisible();
  await field.press("ArrowDown");
  await expect(suggestions.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(suggestions).toHaveCount(0);
  await field.fill("qich");
  await suggestions.getByRole("link", { name: /^脐橙/ }).first().click();
  await expect(page).toHaveURL(/\/goods\?q=/);
  const main = page.getByRole("main");
  await expect(main.getByRole("article").first()).toContainText(/脐橙|orange/i);

  // Initials, and a mistake in each script.
  await field.fill("qc");
  await field.press("Enter");
  await expect(page).toHaveURL(/q=qc/);
  await expect(main.getByRole("article").first()).toBeVisible();
  for (const typed of ["脐登", "qichegn"]) {
    await field.fill(typed);
    await field.press("Enter");
    await expect(main.getByText(say.meant)).toBeVisible();
    await main.getByRole("link", { name: "脐橙", exact: true }).click();
    await expect(main.getByRole("article").first()).toBeVisible();
  }

  // Two facets, each with the count that it keeps.
  const unfold = page.locator("summary", { hasText: say.filters });
  const narrow = async (facet: string, value: RegExp) => {
    if (await unfold.isVisible()) await unfold.click();
    const link = page
      .getByRole("navigation", { name: facet, exact: true })
      .getByRole("link", { name: value });
    const count = Number((await link.innerText()).match(/\d+/)?.[0]);
    const before = page.url();
    await link.click();
    // The same count may stand on the page that is being left.
    await expect(page).not.toHaveURL(before);
    await expect(main.getByText(new RegExp(`^${count} (样|goods?)`)).first()).toBeVisible();
  };
  await narrow(say.county, /^信丰县/);
  await narrow(say.category, /^(水果|Fruit)/);
  await page
    .getByRole("navigation", { name: say.sort, exact: true })
    .getByRole("link", { name: say.cheapest })
    .click();
  await expect(page).toHaveURL(/sort=price_asc/);
  const prices = (await main.getByRole("article").allInnerTexts()).map((text) =>
    Number(text.match(/¥([\d,]+\.\d\d)/)?.[1]?.replaceAll(",", "")),
  );
  expect(prices.length).toBeGreaterThan(0);
  expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  await page.getByRole("link", { name: say.remove }).click();
  await expect(page).not.toHaveURL(/county=/);
});

test("what helps those without income first is labelled so", async ({ page, lang }) => {
  const say = words[lang];
  await page.goto("/goods");
  await page
    .getByRole("navigation", { name: say.sort })
    .getByRole("link", { name: say.helps })
    .click();
  await expect(page).toHaveURL(/sort=helps_first/);
  await expect(page.getByRole("main").getByRole("article").first()).toContainText(say.label);
});

test("without JavaScript the search is a form and the facets are links", async ({
  browser,
  urls,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: urls.storefront });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("searchbox", { name: "搜索" }).fill("qicheng");
  await page.getByRole("searchbox", { name: "搜索" }).press("Enter");
  await expect(page).toHaveURL(/\/goods\?q=qicheng/);
  const unfold = page.locator("summary", { hasText: "筛选与排序" });
  if (await unfold.isVisible()) await unfold.click();
  await page
    .getByRole("navigation", { name: "产地", exact: true })
    .getByRole("link", { name: /^信丰县/ })
    .click();
  await expect(page).toHaveURL(/county=360722/);
  await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
  await context.close();
});
