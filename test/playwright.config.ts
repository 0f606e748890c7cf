import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./support/browser";
import type { StoryOptions } from "./support/story";

const { executablePath, args, env } = await findBrowser();

// Jobs come every few seconds, so that no story waits for a return window that is over.
process.env["YIGOU_SWEEP_S"] ??= "4";

const phone = {
  ...devices["Pixel 7"],
  viewport: { width: 390, height: 844 },
  defaultBrowserType: "chromium",
  locale: "zh-CN",
} as const;
const desktop = { viewport: { width: 1366, height: 900 } } as const;

/** Stories of buyers that are told in English too. */
const inEnglish = [
  "buyer-on-a-cheap-phone",
  "gift-to-twenty-colleagues",
  "scan-the-box",
  "pinyin-finds-oranges",
  "card-declined-then-paid",
  "webhook-comes-twice-and-late",
  "adopt-a-tree",
  "clearance-sells-out",
].map((name) => `**/${name}.spec.ts`);

export default defineConfig<StoryOptions>({
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
    { name: "phone", use: phone },
    { name: "desktop", use: desktop },
    { name: "phone, English", testMatch: inEnglish, use: { ...phone, lang: "en" } },
    { name: "desktop, English", testMatch: inEnglish, use: { ...desktop, lang: "en" } },
  ],
});
