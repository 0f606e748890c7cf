/** `npm run ledger:verify` and `ledger:rebuild`: recompute the ledger; what follows `--` goes to the script. */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { borrowDatabase } from "./borrow";
import { backendEnvironment } from "./environment";
import { ROOT } from "./home";

const FILES = new Set(["--receipt", "--witness", "--export"]);

/** The arguments; files are where the caller stands, and the script stands elsewhere. */
function argumentsFrom(args: readonly string[]): string[] {
  return args.map((arg, at) => (FILES.has(args[at - 1] ?? "") ? resolve(arg) : arg));
}

await borrowDatabase("npm run ledger:verify", ({ home, settings, secrets, databaseUrl }) => {
  const script = join(ROOT, "backend/src/scripts/ledger-verify.ts");
  const args = ["--import", "tsx", script, ...argumentsFrom(process.argv.slice(2))];
  const verified = spawnSync(process.execPath, args, {
    cwd: join(ROOT, "backend"),
    env: {
      YIGOU_WITNESS_FILE: home.heads,
      ...backendEnvironment(settings, secrets, databaseUrl),
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return Promise.resolve(verified.status ?? 1);
});
