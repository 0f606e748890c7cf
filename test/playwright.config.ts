import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./support/browser";

const { executablePath, args, env } = await findBrowser();

// Jobs come every few seconds, so that no story waits for a return window that is over.
process.env["YIGOU_SWEEP_S"] ??= "4";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./support/playwright-setup.ts",
  // Both projects share one shop: the stories bring their own buyers.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args, env },
  },
  projects: [
    {
      name: "phone",
      use: {
        ...devices["Pixel 7"],
        viewport: { width: 390, height: 844 },
        defaultBrowserType: "chromium",
        locale: "zh-CN",
      },
    },
    { name: "desktop", use: { viewport: { width: 1366, height: 900 } } },
  ],
});
