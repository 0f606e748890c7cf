/**
 * A process that takes the same lock again and again, for the test of exclusion between processes.
 * Arguments: database, rounds ("hold": takes a lock for long and never gives it back; "hold-briefly":
 * the same without a pulse, so that only time can free it).
 */
import knex from "knex";

import { LeaseLockingProvider } from "../../../backend/src/modules/locking-lease/service";

const [url = "", rounds = "0"] = process.argv.slice(2);
const pg = knex({ client: "pg", connection: url, pool: { min: 0, max: 4 } });
const pulse_url = rounds === "hold-briefly" ? "postgres://localhost:1/none" : url;
const locks = new LeaseLockingProvider({ __pg_connection__: pg }, { database_url: pulse_url });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads, waits and writes: two at once lose a round. */
async function countOne(): Promise<void> {
  const { rows } = await pg.raw<{ rows: { n: number }[] }>("select n from lock_probe");
  await pause(3);
  await pg.raw("update lock_probe set n = :n", { n: (rows[0]?.n ?? 0) + 1 });
}

async function run(): Promise<void> {
  if (rounds.startsWith("hold")) {
    await locks.acquire("held", { ownerId: "holder", expire: rounds === "hold" ? 600 : 5 });
    process.stdout.write("held\n");
    await pause(60_000);
    return;
  }
  const two = [1, 2].map(async () => {
    for (let round = 0; round < Number(rounds); round += 1) {
      await locks.execute(["count", "another"], countOne, { timeout: 60 });
    }
  });
  await Promise.all(two);
  await pg.destroy();
}

await run();
