/** `npm run torture -- --kills 1000 --seed 7`: the torture for as long as one likes; exit 1 for one broken promise. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { ROOT } from "../../backend/local/home";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    plain: { type: "boolean", default: false },
  },
});

const kills = Number(values.kills);
const seed = Number(values.seed);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error("npm run torture -- --kills <whole number> --seed <whole number> [--plain]");
  process.exit(1);
}

const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
const file = values.plain ? "fault/plain.test.ts" : "fault/torture.test.ts";
const run = spawnSync(process.execPath, [vitest, "run", "--project", "fault", file], {
  cwd: join(ROOT, "test"),
  env: {
    ...process.env,
    YIGOU_TORTURE_KILLS: values.kills,
    YIGOU_TORTURE_SEED: values.seed,
  },
  stdio: ["ignore", "inherit", "inherit"],
});
process.exitCode = run.status ?? 1;
