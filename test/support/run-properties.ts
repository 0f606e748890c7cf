/** `npm run properties -- --runs N --seed S`: longer random histories of the ledger than `npm test` has time for. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../../backend/local/home";

const { values } = parseArgs({
  options: {
    /** Histories in memory; a fiftieth of them runs against the database too. */
    runs: { type: "string", default: "100000" },
    /** The same seed gives the same histories. */
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});

const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error("--runs wants a whole number");
process.stdout.write(`properties: ${values.runs} histories from seed ${values.seed}\n`);
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, "node_modules/vitest/vitest.mjs"),
    ...["run", "--project", "unit", "--project", "module"],
    ...["unit/income/properties", "module/income/properties", "--testTimeout", "86400000"],
  ],
  {
    cwd: join(ROOT, "test"),
    stdio: "inherit",
    env: {
      ...process.env,
      YIGOU_PROPERTIES_RUNS: values.runs,
      YIGOU_PROPERTIES_DATABASE_RUNS: String(Math.ceil(runs / 50)),
      YIGOU_PROPERTIES_SEED: values.seed,
    },
  },
);
process.exitCode = status ?? 1;
