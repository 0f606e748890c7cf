/** A Chromium for the stories: the system's own, or the one that npm brings. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { testHome } from "./world";

const SYSTEM = [
  process.env["CHROMIUM_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** How to launch it. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** Nothing of the browser may call home: the tests must pass without a network. */
const QUIET = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** The folder of a typeface with Chinese, for machines that have none. */
function packagedFonts(): string {
  const require = createRequire(import.meta.url);
  const name = "@expo-google-fonts/zcool-xiaowei/package.json";
  return join(dirname(require.resolve(name)), "400Regular");
}

/** Lets the packaged Chromium find the packaged typeface beside the system's. */
function fontConfig(): string {
  const dir = join(testHome().dir, "fonts");
  mkdirSync(dir, { recursive: true });
  const file = join(dir, "fonts.conf");
  const folders = [packagedFonts(), "/usr/share/fonts", "/usr/local/share/fonts"];
  const lines = folders.map((folder) => `<dir>${folder}</dir>`).join("");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
      `<fontconfig>${lines}<cachedir>${dir}/cache</cachedir></fontconfig>`,
  );
  return file;
}

/** Finds the browser. */
export async function findBrowser(): Promise<Browser> {
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined) env[name] = value;
  if (!hasChinese()) env["FONTCONFIG_FILE"] = fontConfig();
  const system = SYSTEM.find((path) => path !== "" && existsSync(path));
  if (system) return { executablePath: system, args: [...QUIET, ...root], env };
  const { default: chromium } = await import("@sparticuz/chromium");
  const executablePath = await chromium.executablePath();
  return { executablePath, args: [...chromium.args, ...QUIET], env };
}

function hasChinese(): boolean {
  const folders = ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk"];
  return process.platform === "darwin" || folders.some((folder) => existsSync(folder));
}
