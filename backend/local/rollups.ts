/** `npm run ledger:rollups`: builds the roll-ups anew from all postings, beside a running system or without one. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { borrowDatabase } from "./borrow";
import { backendEnvironment } from "./environment";
import { ROOT } from "./home";

await borrowDatabase("npm run ledger:rollups", ({ settings, secrets, databaseUrl }) => {
  const script = join(ROOT, "backend/src/scripts/ledger-rollups.ts");
  const built = spawnSync(process.execPath, ["--import", "tsx", script], {
    cwd: join(ROOT, "backend"),
    env: backendEnvironment(settings, secrets, databaseUrl),
    stdio: ["ignore", "inherit", "inherit"],
  });
  return Promise.resolve(built.status ?? 1);
});
