/**
 * `npm run torture -- --kills 1000 --seed 7`: the torture for as long as one likes; exit 1 for one broken
 * promise. `--plain` lets an unmodified Medusa stand the same, `--events 10000` is the storm of
 * notifications, `--carts 2000` completes each cart four times at once without locks.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { ROOT } from "../../backend/local/home";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    carts: { type: "string" },
    events: { type: "string" },
    plain: { type: "boolean", default: false },
  },
});

const kills = Number(values.kills);
const seed = Number(values.seed);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error("npm run torture -- --kills N --seed N [--plain] | --events N | --carts N");
  process.exit(1);
}

const vitest = [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--project", "fault"];
const file = values.carts
  ? "fault/carts.test.ts"
  : values.events
    ? "fault/storm.test.ts"
    : "fault/torture.test.ts";
const program = values.plain ? ["--import", "tsx", "fault/plain.ts"] : [...vitest, file];
const run = spawnSync(process.execPath, program, {
  cwd: join(ROOT, "test"),
  env: {
    ...process.env,
    YIGOU_TORTURE_KILLS: values.kills,
    YIGOU_TORTURE_SEED: values.seed,
    ...(values.carts ? { YIGOU_TORTURE_CARTS: values.carts } : {}),
    ...(values.events ? { YIGOU_TORTURE_EVENTS: values.events } : {}),
  },
  stdio: ["ignore", "inherit", "inherit"],
});
process.exitCode = run.status ?? 1;
