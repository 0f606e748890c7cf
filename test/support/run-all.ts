/**
 * `npm test`: builds what is not built, then runs every runner and adds up what they say. The last
 * line is `N passed, N failed, N skipped`; whatever is skipped is named with its reason, whatever failed
 * with what it said: only the end of a long output may be kept.
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "../../backend/local/build-all";
import { ROOT } from "../../backend/local/home";
import { prepareDatabases } from "./postgres";
import { type Count, nothing, readPlaywright, readVitest } from "./reports";
import { testHome } from "./world";

interface Runner {
  name: string;
  args: string[];
  env?: Record<string, string>;
  report: string;
  read: (file: string) => Count;
}

const TEST = join(ROOT, "test");
const bin = (name: string): string => join(ROOT, "node_modules", name);

function runners(): Runner[] {
  const at = (name: string): string => join(testHome().dir, `report-${name}.json`);
  const vitest = (name: string, projects: string[]): Runner => ({
    name,
    args: [
      bin("vitest/vitest.mjs"),
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${at(name)}`,
    ],
    report: at(name),
    read: readVitest,
  });
  return [
    vitest("unit, module and http", ["unit", "module", "http"]),
    {
      name: "browser stories",
      args: [bin("@playwright/test/cli.js"), "test", "--reporter=list,json"],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: at("stories") },
      report: at("stories"),
      read: readPlaywright,
    },
    vitest("fault", ["fault"]),
  ];
}

function start(runner: Runner): Promise<number> {
  const child = spawn(process.execPath, runner.args, {
    cwd: TEST,
    env: { ...process.env, ...runner.env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}

/** Runs one runner. A runner that fails without naming a test counts as one failure. */
async function runOne(runner: Runner): Promise<Count> {
  console.log(`\n=== ${runner.name}`);
  rmSync(runner.report, { force: true });
  const began = Date.now();
  const code = await start(runner);
  const count = runner.read(runner.report);
  console.log(`=== ${runner.name}: ${Math.round((Date.now() - began) / 1000)} s`);
  if (code === 0 || count.failed > 0) return count;
  const why = `${runner.name}: the runner ended with ${String(code)} and named no test`;
  return { ...count, failed: 1, failures: [why] };
}

async function main(): Promise<number> {
  await buildAll();
  const stopServer = await prepareDatabases();
  const total = nothing();
  try {
    for (const runner of runners()) {
      const count = await runOne(runner);
      total.passed += count.passed;
      total.failed += count.failed;
      total.skipped += count.skipped;
      total.reasons.push(...count.reasons);
      total.failures.push(...count.failures);
    }
  } finally {
    await stopServer();
  }
  for (const reason of total.reasons) console.log(`skipped: ${reason}`);
  for (const failure of total.failures) console.log(`\nfailed: ${failure}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error);
  console.log("\n0 passed, 1 failed, 0 skipped");
  return 1;
});
