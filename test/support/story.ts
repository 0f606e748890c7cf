/** What a browser story starts with: the addresses, the logins, and an API client. */
import { test as base } from "@playwright/test";
import { z } from "zod";
import type { Demo } from "../../backend/local/state";
import type { Lang, Words } from "../../storefront/src/i18n";
import { type Api, api } from "./api";
import { demo } from "./postgres";
import { shopWords } from "./shop-words";

const storySchema = z.object({
  stripe: z.string(),
  urls: z.object({ backend: z.string(), storefront: z.string(), admin: z.string() }),
  database_url: z.string(),
  superuser_url: z.string(),
});

interface StoryFixtures {
  urls: z.infer<typeof storySchema>["urls"];
  accounts: Demo["accounts"];
  /** The backend behind the screens, for what a story needs to find ready. */
  backend: Api;
  database: { url: string; superuserUrl: string };
  /** Where the double of Stripe listens. */
  stripe: string;
  /** What the shop says, in the language of the run. */
  say: Words;
}

/** What a project chooses. */
export interface StoryOptions {
  /** The language in which the buyer reads the shop. */
  lang: Lang;
}

function world(): z.infer<typeof storySchema> {
  return storySchema.parse(JSON.parse(process.env["YIGOU_STORY"] ?? "null"));
}

/** Playwright's `test` with the running system; relative addresses lead to the shop. */
export const test = base.extend<StoryFixtures & StoryOptions>({
  lang: ["zh", { option: true }],
  say: async ({ lang }, use) => use(shopWords(lang)),
  page: async ({ page, lang }, use) => {
    if (lang === "en") {
      await page.goto("/");
      await page.getByRole("button", { name: shopWords("zh")("nav.lang_label") }).click();
      await page.getByRole("button", { name: shopWords("en")("nav.lang_label") }).waitFor();
    }
    await use(page);
  },
  baseURL: async ({}, use) => use(world().urls.storefront),
  urls: async ({}, use) => use(world().urls),
  accounts: async ({}, use) => use(demo().accounts),
  backend: async ({}, use) => use(api(world().urls.backend)),
  stripe: async ({}, use) => use(world().stripe),
  database: async ({}, use) => {
    const { database_url, superuser_url } = world();
    await use({ url: database_url, superuserUrl: superuser_url });
  },
});

export { expect } from "@playwright/test";
