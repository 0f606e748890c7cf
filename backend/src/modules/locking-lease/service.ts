/** Medusa's locking provider on leased rows. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { ILockingProvider } from "@medusajs/framework/types";
import { MedusaError } from "@medusajs/framework/utils";

import { env } from "../../env";
import { dropLeases, dropLeasesOf, prolongLeases, takeLeases } from "./lease-table";
import { Pulse } from "./pulse";

interface Dependencies {
  __pg_connection__: Knex;
}

const WAIT_S = 5;
const LEASE_S = 60;
// NOTE: a lock without an end would outlive a killed process for ever; nothing of Medusa runs this long.
const ENDLESS_LEASE_S = 600;

/** Locks that hold across processes and are freed when their owner dies. */
export class LeaseLockingProvider implements ILockingProvider {
  static identifier = "locking-lease";

  readonly #pg: Knex;
  /** Tokens of locks that were taken without naming an owner, so that no other process can release them. */
  readonly #anonymous = new Map<string, string>();

  readonly #pulse: Pulse;

  constructor({ __pg_connection__ }: Dependencies, options: { database_url?: string } = {}) {
    this.#pg = __pg_connection__;
    this.#pulse = new Pulse(options.database_url ?? env.DATABASE_URL);
  }

  async execute<T>(
    keys: string | string[],
    job: (signal?: AbortSignal) => Promise<T>,
    args?: { timeout?: number; expire?: number },
  ): Promise<T> {
    if (env.YIGOU_WITHOUT_LOCKS) return job();
    const claim = { keys: list(keys), owner: `execute:${randomUUID()}` };
    const lease_s = seconds(args?.expire, LEASE_S);
    await this.#waitFor(claim, lease_s, seconds(args?.timeout, WAIT_S));
    const renewal = this.#renew(claim, lease_s);
    try {
      const result = await job(renewal.signal);
      // NOTE: a job that outlived its lease did not run alone; its result must not pass as if it had.
      renewal.signal.throwIfAborted();
      return result;
    } finally {
      renewal.stop();
      await dropLeases(this.#pg, claim);
    }
  }

  async acquire(
    keys: string | string[],
    args?: { ownerId?: string | null; expire?: number },
  ): Promise<void> {
    if (env.YIGOU_WITHOUT_LOCKS) return;
    const wanted = list(keys);
    const owner = args?.ownerId ?? `anonymous:${randomUUID()}`;
    const lease_s = seconds(args?.expire, ENDLESS_LEASE_S);
    const terms = { lease_s, again: true, session: await this.#pulse.session() };
    const taken = await takeLeases(this.#pg, { keys: wanted, owner }, terms);
    if (!taken) throw refused(wanted);
    if (args?.ownerId) return;
    for (const key of wanted) this.#anonymous.set(key, owner);
  }

  async release(keys: string | string[], args?: { ownerId?: string | null }): Promise<boolean> {
    if (env.YIGOU_WITHOUT_LOCKS) return true;
    const results = await Promise.all(
      list(keys).map(async (key) => {
        const owner = args?.ownerId ?? this.#anonymous.get(key);
        if (!owner) return false;
        const dropped = await dropLeases(this.#pg, { keys: [key], owner });
        if (this.#anonymous.get(key) === owner) this.#anonymous.delete(key);
        return dropped;
      }),
    );
    return results.every(Boolean);
  }

  async releaseAll(args?: { ownerId?: string | null }): Promise<void> {
    const owners = args?.ownerId ? [args.ownerId] : new Set(this.#anonymous.values());
    for (const owner of owners) await dropLeasesOf(this.#pg, owner);
    if (!args?.ownerId) this.#anonymous.clear();
  }

  async #waitFor(
    claim: { keys: string[]; owner: string },
    lease_s: number,
    wait_s: number,
  ): Promise<void> {
    const until_ms = performance.now() + wait_s * 1000;
    for (let pause_ms = 10; ; pause_ms = Math.min(pause_ms * 2, 250)) {
      const session = await this.#pulse.session();
      if (await takeLeases(this.#pg, claim, { lease_s, again: false, session })) return;
      if (performance.now() >= until_ms) throw refused(claim.keys);
      await sleep(pause_ms * (0.5 + Math.random() / 2));
    }
  }

  /** Prolongs a lease every third of its time, and aborts the job when it is lost. */
  #renew(claim: { keys: string[]; owner: string }, lease_s: number) {
    const lost = new AbortController();
    const timer = setInterval(
      () => {
        prolongLeases(this.#pg, claim, lease_s).then(
          (held) => {
            if (!held) lost.abort(refused(claim.keys));
          },
          // NOTE: the database may be away for a moment; two more renewals fit into the lease.
          () => undefined,
        );
      },
      Math.max(250, (lease_s * 1000) / 3),
    );
    timer.unref();
    return { signal: lost.signal, stop: () => clearInterval(timer) };
  }
}

function list(keys: string | string[]): string[] {
  return Array.isArray(keys) ? keys : [keys];
}

function seconds(given: number | undefined, otherwise: number): number {
  return given !== undefined && Number.isFinite(given) ? Math.max(given, 1) : otherwise;
}

function refused(keys: readonly string[]): MedusaError {
  return new MedusaError(
    MedusaError.Types.CONFLICT,
    `Failed to acquire lock for key "${keys.join('", "')}"`,
  );
}
