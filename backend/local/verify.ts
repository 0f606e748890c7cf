/** `npm run ledger:verify`: recomputes the ledger from Medusa's captures and refunds. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { borrowDatabase } from "./borrow";
import { backendEnvironment } from "./environment";
import { ROOT } from "./home";

await borrowDatabase("npm run ledger:verify", ({ settings, secrets, databaseUrl }) => {
  const script = join(ROOT, "backend/src/scripts/ledger-verify.ts");
  const verified = spawnSync(process.execPath, ["--import", "tsx", script], {
    cwd: join(ROOT, "backend"),
    env: backendEnvironment(settings, secrets, databaseUrl),
    stdio: ["ignore", "inherit", "inherit"],
  });
  return Promise.resolve(verified.status ?? 1);
});
