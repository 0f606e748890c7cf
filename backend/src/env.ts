/**
 * The environment, parsed once. Unknown shapes and missing values are named together in one error.
 * Outside production the secrets have defaults for local use; in production none has.
 */
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const LOCAL = "yigou-local-only";

/** Local stand-in for a 32-byte key; never accepted in production. */
const LOCAL_KEY = Buffer.from(LOCAL.repeat(2)).toString("base64");

const dataKey = z
  .string()
  .refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 bytes in base64");

/** A setting that is empty is one that is not set. */
const empty = z.literal("").transform(() => undefined);
const keyed = (pattern: RegExp, message: string) =>
  z.union([empty, z.string().regex(pattern, message)]).optional();

const common = {
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  BACKEND_PORT: port.default(9000),
  STOREFRONT_PORT: port.default(8000),
  ADMIN_PORT: port.default(7000),
  STORE_CORS: z.string().default("http://localhost:8000"),
  ADMIN_CORS: z.string().default("http://localhost:7000,http://localhost:9000"),
  AUTH_CORS: z
    .string()
    .default("http://localhost:7000,http://localhost:8000,http://localhost:9000"),
  /** How long jobs wait between sweeps, in seconds. */
  YIGOU_SWEEP_S: z.coerce.number().int().min(1).max(3600).default(20),
  /** How long the ledger's transactions wait for their block, in milliseconds. */
  YIGOU_SEAL_MS: z.coerce.number().int().min(200).max(5000).default(2000),
  /** How many purchases are worked on at once; four times as many wait in line, the rest is told `busy`. */
  YIGOU_ORDERS_AT_ONCE: z.coerce.number().int().min(1).max(1000).default(6),
  /** How many readers of the shop are answered at once; as many wait in line, the rest is told `busy`. */
  YIGOU_READERS_AT_ONCE: z.coerce.number().int().min(1).max(10_000).default(128),
  /** How many lists of goods are kept in memory until the shelf changes, some twelve kilobytes each; 0 keeps none. */
  YIGOU_LISTS_KEPT: z.coerce.number().int().min(0).max(100_000).default(2_000),
  /** A file outside the database to which each block's head is added; none when it is not set. */
  YIGOU_WITNESS_FILE: z.string().min(1).optional(),
  /** Where messages to phones are handed over; without it confirmation by SMS is refused. */
  YIGOU_SMS_URL: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
  YIGOU_SMS_TOKEN: z.string().default(""),
  /** Stripe is on when the first two are set; the shop's own pages offer it when the third is set too. */
  STRIPE_API_KEY: keyed(/^(sk|rk)_\w+$/, "must begin with sk_ or rk_"),
  STRIPE_WEBHOOK_SECRET: keyed(/^whsec_\S{8,}$/, "must begin with whsec_"),
  STRIPE_PUBLISHABLE_KEY: keyed(/^pk_\w+$/, "must begin with pk_"),
  /** What an account may take, in Stripe's words. */
  STRIPE_METHODS: z
    .string()
    .default("card,alipay,wechat_pay")
    .transform((text) => text.split(",").map((word) => word.trim()))
    .pipe(z.array(z.string().regex(/^[a-z_]{2,30}$/)).min(1)),
  /** Where mails are handed over, such as smtp://user:password@host:587; without it they are only kept. */
  YIGOU_SMTP_URL: z.union([z.literal(""), z.url({ protocol: /^smtps?$/ })]).default(""),
  /** From whom mails come. */
  YIGOU_MAIL_FROM: z.string().default("以购 Yigou <no-reply@localhost>"),
  /** The shop as buyers reach it, for what is printed and mailed; on one's own machine by its port. */
  YIGOU_SHOP_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** A Meilisearch server that holds the search index; without it PostgreSQL does. */
  MEILISEARCH_HOST: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
  /** Its key for writing: of an administrator, or one that may manage the indexes of `good`. */
  MEILISEARCH_API_KEY: z.string().default(""),
  /** A key that may only search; made with the other one when it is not given. */
  MEILISEARCH_SEARCH_KEY: z.string().default(""),
};

const forTests = {
  /** See `failpoints.ts`. */
  YIGOU_FAILPOINT: z
    .string()
    .regex(/^[a-z-]+:[a-z-]+:(kill|throw)@\d+$/)
    .optional(),
  YIGOU_FAILPOINT_LOG: z.string().optional(),
  /** Takes no lock of the application, so that tests see what the database alone holds. */
  YIGOU_WITHOUT_LOCKS: flag.default(false),
  /** Where the official client finds its house: `protocol`, `host` and `port` in one address. */
  STRIPE_HOST: z.url({ protocol: /^https?$/ }).optional(),
};

const notInProduction = z.undefined("is for tests only").optional();

const local = z.object({
  ...common,
  ...forTests,
  DATABASE_URL: z.string().default("postgres://yigou:yigou@localhost:5432/yigou"),
  JWT_SECRET: z.string().min(8).default(LOCAL),
  COOKIE_SECRET: z.string().min(8).default(LOCAL),
  YIGOU_DATA_KEY: dataKey.default(LOCAL_KEY),
  YIGOU_WEBHOOK_SECRET: z.string().min(8).default(LOCAL),
  YIGOU_SANDBOX_PAYMENT: flag.default(true),
  YIGOU_DEMO: flag.default(true),
});

const notLocal = (text: string) => !text.includes(LOCAL);
const secret = z.string().min(32).refine(notLocal, "must not be the local default");

const production = z.object({
  ...common,
  DATABASE_URL: z.string().min(1),
  JWT_SECRET: secret,
  COOKIE_SECRET: secret,
  YIGOU_DATA_KEY: dataKey.refine((text) => text !== LOCAL_KEY, "must not be the local default"),
  YIGOU_WEBHOOK_SECRET: secret,
  YIGOU_SANDBOX_PAYMENT: flag.default(false),
  YIGOU_DEMO: flag.default(false),
  YIGOU_FAILPOINT: notInProduction,
  YIGOU_FAILPOINT_LOG: notInProduction,
  YIGOU_WITHOUT_LOCKS: notInProduction.transform(() => false),
  STRIPE_HOST: notInProduction,
});

/** The parsed environment. */
export type Env = z.infer<typeof local> & { YIGOU_SHOP_URL: string };

/**
 * Parses an environment.
 *
 * @param source variables by name, normally `process.env`
 * @returns every setting with its default filled in
 * @throws Error naming every variable that is missing or malformed; values are not repeated
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const schema = source.NODE_ENV === "production" ? production : local;
  const parsed = schema.superRefine(stripeIsWhole).safeParse(source);
  if (parsed.success) return withShop(parsed.data);
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Environment not usable 环境变量有误: ${problems.join("; ")}`);
}

/** Half a set of keys is a slip, and nobody plays payments beside real ones. */
function stripeIsWhole(read: z.infer<typeof local>, context: z.RefinementCtx): void {
  const say = (name: string, message: string) => {
    context.addIssue({ code: "custom", path: [name], message });
  };
  const [key, hook] = [read.STRIPE_API_KEY, read.STRIPE_WEBHOOK_SECRET];
  if (key && !hook) say("STRIPE_WEBHOOK_SECRET", "is needed beside STRIPE_API_KEY");
  if (hook && !key) say("STRIPE_API_KEY", "is needed beside STRIPE_WEBHOOK_SECRET");
  if (read.STRIPE_PUBLISHABLE_KEY && !key) {
    say("STRIPE_API_KEY", "is needed beside STRIPE_PUBLISHABLE_KEY");
  }
  if (read.NODE_ENV === "production" && key && read.YIGOU_SANDBOX_PAYMENT) {
    say("YIGOU_SANDBOX_PAYMENT", "must be off where Stripe is on");
  }
}

function withShop(parsed: z.infer<typeof local>): Env {
  const shop = parsed.YIGOU_SHOP_URL ?? `http://localhost:${parsed.STOREFRONT_PORT.toString()}`;
  return { ...parsed, YIGOU_SHOP_URL: shop.replace(/\/$/, "") };
}

/** The environment of this process. */
export const env: Env = parseEnv(process.env);
