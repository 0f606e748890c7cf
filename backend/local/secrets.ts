/** Secrets: made once for a local run, demanded from the environment in production. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { diskTrouble, Trouble } from "./trouble";

const schema = z.object({
  /** Superuser of the embedded PostgreSQL; nothing but the launcher uses it. */
  pg_superuser: z.string().min(16),
  /** The application's own role. */
  pg_application: z.string().min(16),
  /** The role that owns the tables; nothing but migrations uses it. */
  pg_owner: z.string().min(16),
  JWT_SECRET: z.string().min(16),
  COOKIE_SECRET: z.string().min(16),
  SESSION_SECRET: z.string().min(16),
  YIGOU_WEBHOOK_SECRET: z.string().min(16),
  /** 32 bytes in base64: encrypts ID numbers, phones and bank cards. */
  YIGOU_DATA_KEY: z.string().min(40),
});

/** All secrets of one installation. */
export type Secrets = z.infer<typeof schema>;

/** What production must bring itself. */
const OWN_IN_PRODUCTION = [
  "JWT_SECRET",
  "COOKIE_SECRET",
  "SESSION_SECRET",
  "YIGOU_WEBHOOK_SECRET",
  "YIGOU_DATA_KEY",
] as const;

function makeSecrets(): Secrets {
  const random = (): string => randomBytes(24).toString("hex");
  return {
    pg_superuser: random(),
    pg_application: random(),
    pg_owner: random(),
    JWT_SECRET: random(),
    COOKIE_SECRET: random(),
    SESSION_SECRET: random(),
    YIGOU_WEBHOOK_SECRET: random(),
    YIGOU_DATA_KEY: randomBytes(32).toString("base64"),
  };
}

/**
 * Reads the secrets, making them at the first start; the environment wins over the file.
 *
 * @throws Trouble when the file is damaged, or when production lacks one
 */
export function readSecrets(file: string, env: NodeJS.ProcessEnv, production: boolean): Secrets {
  const missing = OWN_IN_PRODUCTION.filter((name) => !env[name]);
  if (production && missing.length > 0) {
    throw new Trouble(`NODE_ENV=production has no default secrets: set ${missing.join(", ")}.`);
  }
  if (!existsSync(file)) {
    try {
      writeFileSync(file, JSON.stringify(makeSecrets(), null, 2), { mode: 0o600, flag: "wx" });
    } catch (error) {
      throw diskTrouble(error, file) ?? error;
    }
  }
  const given = Object.fromEntries(OWN_IN_PRODUCTION.map((name) => [name, env[name] || undefined]));
  const kept = withOwner(file, parseFile(file));
  const defined = Object.entries(given).filter(([, value]) => value !== undefined);
  const parsed = schema.safeParse({ ...objectOf(kept), ...Object.fromEntries(defined) });
  if (parsed.success) return parsed.data;
  const name = parsed.error.issues[0]?.path.join(".") ?? "a secret";
  throw new Trouble(`${name} is missing or too short (environment, or ${file}).`);
}

/** Adds the owner's password to a file from the time when there was one role. */
function withOwner(file: string, kept: unknown): unknown {
  if (typeof kept !== "object" || kept === null || "pg_owner" in kept) return kept;
  const more = { ...kept, pg_owner: makeSecrets().pg_owner };
  try {
    writeFileSync(file, JSON.stringify(more, null, 2), { mode: 0o600 });
  } catch (error) {
    throw diskTrouble(error, file) ?? error;
  }
  return more;
}

function parseFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw diskTrouble(error, file) ?? new Trouble(`${file} is damaged: it is not JSON.`);
  }
}

function objectOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
