/** What is built, and whether its sources changed since. */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { type Home, ROOT } from "./home";
import { run } from "./run";
import { say, step } from "./say";

/** One of the three programs. */
export interface Build {
  name: "backend" | "storefront" | "admin";
  /** Files and folders whose content decides whether it is built again. */
  sources: string[];
  /** There after a build that went through. */
  output: string;
  command: string;
  args: string[];
}

const require = createRequire(import.meta.url);
const COMMON = ["package-lock.json", "tsconfig.base.json"];
const SKIPPED = new Set(["node_modules", "build", "dist", ".react-router", ".medusa", "static"]);

/** What each of the three is built from. */
export const BUILDS: Record<Build["name"], Build> = {
  backend: {
    name: "backend",
    sources: [...COMMON, "backend/src", "backend/medusa-config.ts", "backend/tsconfig.json"],
    output: "backend/.medusa/server/medusa-config.js",
    command: process.execPath,
    args: [require.resolve("@medusajs/cli/cli.js"), "build", "--lint", "false"],
  },
  storefront: {
    name: "storefront",
    sources: [...COMMON, "storefront", "backend/src/contract"],
    output: "storefront/build/server/index.js",
    command: "npm",
    args: ["run", "--silent", "build"],
  },
  admin: {
    name: "admin",
    sources: [...COMMON, "admin", "backend/src/contract"],
    output: "admin/dist/index.html",
    command: "npm",
    args: ["run", "--silent", "build"],
  },
};

/** Every file under a path, in a fixed order. */
function* filesOf(path: string): Generator<string> {
  const entries = readdirSync(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.has(entry.name)) continue;
    const full = join(path, entry.name);
    if (entry.isDirectory()) yield* filesOf(full);
    else if (entry.isFile()) yield full;
  }
}

/** A hash over the names and contents of files and folders of the repository. */
export function sourceHash(sources: string[]): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    const full = join(ROOT, source);
    if (!existsSync(full)) continue;
    for (const file of statSync(full).isDirectory() ? filesOf(full) : [full]) {
      hash.update(relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * Builds one of the three when it is not built or its sources changed.
 *
 * @returns the hash of its sources
 */
export async function ensureBuilt(
  build: Build,
  home: Home,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const hash = sourceHash(build.sources);
  const stamp = join(home.builds, build.name);
  const output = join(ROOT, build.output);
  const finish = (): string => {
    if (build.name === "backend") linkFiles(home);
    return hash;
  };
  const stamped = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (existsSync(output) && stamped === hash) {
    say(`Build of the ${build.name}: up to date`);
    return finish();
  }
  rmSync(stamp, { force: true });
  await step(`Build of the ${build.name}`, () =>
    run({
      title: `Build of the ${build.name}`,
      command: build.command,
      args: build.args,
      cwd: join(ROOT, build.name),
      env,
      log: join(home.logs, `build-${build.name}.log`),
    }),
  );
  writeFileSync(stamp, hash);
  return finish();
}

/**
 * Medusa keeps files beside its built code, which the next build throws away: links lead out.
 */
function linkFiles(home: Home): void {
  for (const name of ["static", "private-files"]) {
    const kept = join(home.uploads, name);
    const link = join(ROOT, "backend/.medusa/server", name);
    mkdirSync(kept, { recursive: true });
    if (lstatSync(link, { throwIfNoEntry: false })?.isDirectory()) {
      cpSync(link, kept, { recursive: true });
    }
    rmSync(link, { recursive: true, force: true });
    symlinkSync(kept, link, "dir");
  }
}
