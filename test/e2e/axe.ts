/** What axe finds wrong with a page, and what a ruler does. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * @param name how the page is called in the answer
 * @param inside the part of it that is ours; all of it without
 * @returns one line for each fault; an empty list when there is none
 */
export async function faultsOf(page: Page, name: string, inside?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(TAGS);
  const { violations } = await (inside ? axe.include(inside) : axe).analyze();
  return violations.map(
    ({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.failureSummary ?? ""} ${nodes[0]?.html ?? ""}`,
  );
}

/** What runs out of the screen: one line, or none. */
export async function tooWide(page: Page, name: string): Promise<string[]> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return overflow > 0 ? [`${name}: ${overflow} px too wide`] : [];
}
