/** What officials and cooperatives do on the screens of the panel. */
import { expect, type Page } from "@playwright/test";

interface Account {
  email: string;
  password: string;
}

/** Logs in to the panel on the screen. */
export async function logInToPanel(
  page: Page,
  admin: string,
  actor: "帮扶干部" | "合作社",
  account: Account,
): Promise<void> {
  await page.goto(`${admin}/login`);
  await page
    .getByRole("radiogroup", { name: "登录身份" })
    .getByText(actor, { exact: true })
    .click();
  await page.getByLabel("邮箱").fill(account.email);
  await page.getByLabel("密码").fill(account.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** Chooses an entry of a list that opens below its field. */
export async function choose(page: Page, label: string, entry: string | RegExp): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  const lists = page.locator(".ant-select-dropdown:visible");
  await lists.getByText(entry).first().click();
  // It closes slowly, and on a phone it covers the next field.
  await expect(lists).toHaveCount(0);
}

/** Logs in to Medusa's own dashboard, where the operator works. */
export async function logInToDashboard(
  page: Page,
  backend: string,
  account: Account,
): Promise<void> {
  await page.goto(`${backend}/app/login`);
  await page.locator('input[name="email"]').fill(account.email);
  await page.locator('input[name="password"]').fill(account.password);
  await page.locator('button[type="submit"]').click();
  await expect(page).not.toHaveURL(/\/login/);
}
