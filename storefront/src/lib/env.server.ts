/** The environment of the storefront's server, parsed once. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";

import { z } from "zod";

const flag = z.enum(["0", "1"]).transform((text) => text === "1");

const schema = z
  .object({
    BACKEND_URL: z.url().default("http://localhost:9000"),
    PUBLISHABLE_KEY: z.string().min(3).optional(),
    /** The file that the launcher writes: the key is read from it when it is not given. */
    YIGOU_DEMO: z.string().default("../.yigou/demo.json"),
    SESSION_SECRET: z.string().min(16).optional(),
    YIGOU_ENV: z.string().optional(),
    /** Cookies travel over https only; on by default in production. */
    SECURE_COOKIES: flag.optional(),
  })
  .transform((read, context) => {
    const production = (read.YIGOU_ENV ?? process.env.NODE_ENV) === "production";
    if (production && !read.SESSION_SECRET) {
      context.addIssue({ code: "custom", message: "SESSION_SECRET is required in production" });
    }
    return {
      backendUrl: read.BACKEND_URL.replace(/\/$/, ""),
      publishableKey: read.PUBLISHABLE_KEY,
      demoFile: read.YIGOU_DEMO,
      sessionSecret: read.SESSION_SECRET ?? randomBytes(32).toString("hex"),
      secureCookies: read.SECURE_COOKIES ?? production,
    };
  });

/** The environment, or an error that names what is wrong. */
export const env = schema.parse(process.env);

const demoSchema = z.object({ publishable_key: z.string() });
let key = env.publishableKey;

/** The publishable key of the shop; an empty one until the launcher has written it. */
export function publishableKey(): string {
  if (key) return key;
  try {
    key = demoSchema.parse(JSON.parse(readFileSync(env.demoFile, "utf8"))).publishable_key;
  } catch {
    return "";
  }
  return key;
}
