/** What a person may set through the environment, parsed once. */
import { z } from "zod";
import { Trouble } from "./trouble";

const port = (standard: number) => z.coerce.number().int().min(1).max(65_535).default(standard);
const flag = z
  .enum(["0", "1", "true", "false", ""])
  .optional()
  .transform((value) => value === "1" || value === "true");

const schema = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_MIGRATION_URL: z.string().min(1).optional(),
  BACKEND_PORT: port(9000),
  STOREFRONT_PORT: port(8000),
  ADMIN_PORT: port(7000),
  YIGOU_PG_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  NODE_ENV: z.enum(["development", "test", "production"]).optional(),
  YIGOU_DEMO: flag,
  YIGOU_DEMO_ORDERS: z.coerce.number().int().min(0).max(100_000).default(60),
});

/** What the launcher was asked for. */
export type Settings = z.infer<typeof schema> & { production: boolean; demo: boolean };

/**
 * Reads the settings.
 *
 * @param env the environment
 * @param args the command line: `--demo` asks for demonstration data in production
 * @throws Trouble that names the first variable that is wrong
 */
export function readSettings(env: NodeJS.ProcessEnv, args: string[]): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Trouble(`${issue?.path.join(".") ?? "environment"} is not usable: ${issue?.message}`);
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === "production";
  const demo = !production || settings.YIGOU_DEMO || args.includes("--demo");
  return { ...settings, production, demo };
}
