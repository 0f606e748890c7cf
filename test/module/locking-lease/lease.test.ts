/** Locks hold between processes, and are freed when their owner dies. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import knex from "knex";

import { LeaseLockingProvider } from "../../../backend/src/modules/locking-lease/service";
import { withClient } from "../../../backend/local/database";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let locks: LeaseLockingProvider;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  locks = new LeaseLockingProvider({ __pg_connection__: pg }, { database_url: database.url });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

function holder(rounds: string): ChildProcess {
  const file = join(import.meta.dirname, "holder.ts");
  return spawn(process.execPath, ["--import", "tsx", file, database.url, rounds], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Takes the lock of the holder, where that can be done. */
const isFree = (): Promise<boolean> =>
  locks.acquire("held", { ownerId: "next", expire: 30 }).then(
    () => true,
    () => false,
  );

describe("a lock", () => {
  it("lets four acquirers in two processes pass one at a time", async () => {
    await withClient(database.ownerUrl, (client) =>
      client.query("create table lock_probe (n int not null)"),
    );
    await pg.raw("insert into lock_probe values (0)");
    const ends = [holder("15"), holder("15")].map((child) => once(child, "exit"));
    expect((await Promise.all(ends)).map(([code]) => Number(code))).toEqual([0, 0]);
    const { rows } = await pg.raw<{ rows: { n: number }[] }>("select n from lock_probe");
    expect(rows[0]?.n).toBe(60);
    const left = await pg.raw<{ rows: unknown[] }>("select * from lock_lease");
    expect(left.rows).toEqual([]);
  });

  it("of a killed process is free at once, though it was taken for ten minutes", async () => {
    const child = holder("hold");
    if (child.stdout) await once(child.stdout, "data");
    await expect(locks.acquire("held", { ownerId: "next" })).rejects.toThrow(/held/);
    child.kill("SIGKILL");
    await once(child, "exit");
    await expect.poll(isFree, { timeout: 10_000, interval: 50 }).toBe(true);
    expect(await locks.release("held", { ownerId: "next" })).toBe(true);
  });

  it("without a pulse is free when its time is over, and not before", async () => {
    const child = holder("hold-briefly");
    if (child.stdout) await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    await expect(locks.acquire("held", { ownerId: "next" })).rejects.toThrow(/held/);
    await expect.poll(isFree, { timeout: 20_000, interval: 100 }).toBe(true);
    expect(await locks.release("held", { ownerId: "next" })).toBe(true);
  });

  it("is not released by anybody but its owner", async () => {
    await locks.acquire("mine", { ownerId: "a", expire: 30 });
    expect(await locks.release("mine", { ownerId: "b" })).toBe(false);
    expect(await locks.release("mine")).toBe(false);
    await expect(locks.acquire("mine", { ownerId: "b" })).rejects.toThrow(/mine/);
    await locks.acquire("mine", { ownerId: "a", expire: 30 });
    expect(await locks.release("mine", { ownerId: "a" })).toBe(true);
  });

  it("that nobody put a name to belongs to the process that took it", async () => {
    const elsewhere = new LeaseLockingProvider(
      { __pg_connection__: pg },
      { database_url: database.url },
    );
    await locks.acquire("nameless", { expire: 30 });
    await expect(elsewhere.acquire("nameless")).rejects.toThrow(/nameless/);
    expect(await elsewhere.release("nameless")).toBe(false);
    expect(await locks.release("nameless")).toBe(true);
  });

  it("on several keys is taken as a whole or not at all", async () => {
    await locks.acquire("second", { ownerId: "a", expire: 30 });
    await expect(locks.acquire(["first", "second"], { ownerId: "b" })).rejects.toThrow(/first/);
    await locks.acquire("first", { ownerId: "c", expire: 30 });
    await locks.releaseAll({ ownerId: "a" });
    await locks.releaseAll({ ownerId: "c" });
  });

  it("is prolonged while its work takes longer than the lease", async () => {
    const work = locks.execute(
      ["long"],
      () => new Promise((done) => setTimeout(done, 2_500, "done")),
      {
        expire: 1,
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 1_800));
    await expect(locks.acquire("long", { ownerId: "thief" })).rejects.toThrow(/long/);
    expect(await work).toBe("done");
  });

  it("that was lost does not let its work pass as if it had run alone", async () => {
    const work = locks.execute(
      ["lost"],
      async () => {
        await pg.raw("delete from lock_lease where key = 'lost'");
        await new Promise((done) => setTimeout(done, 1_200));
      },
      { expire: 1 },
    );
    await expect(work).rejects.toThrow(/lost/);
  });
});
