/**
 * The pulse of a process: one database session that it keeps open. A killed process loses it at once, so
 * whoever finds a lease without a living session need not wait for its time to run out.
 */
import { Socket } from "node:net";

import { Client } from "pg";

/** A database session, named so that it cannot be taken for a later one with the same number. */
export interface PulseSession {
  pid: number;
  start: string;
}

/** How long to wait before a lost session is opened anew, in milliseconds. */
const PAUSE_MS = 2_000;

/** Keeps one session open. Without one, leases simply last as long as they were taken for. */
export class Pulse {
  readonly #url: string | undefined;
  #session: PulseSession | null = null;
  #opening: Promise<void> | null = null;
  #tried_ms = -PAUSE_MS;

  constructor(url: string | undefined) {
    this.#url = url;
  }

  /** @returns the living session; null while there is none */
  async session(): Promise<PulseSession | null> {
    if (!this.#session && performance.now() - this.#tried_ms >= PAUSE_MS) {
      this.#opening ??= this.#open().finally(() => {
        this.#opening = null;
        this.#tried_ms = performance.now();
      });
    }
    await this.#opening;
    return this.#session;
  }

  async #open(): Promise<void> {
    if (!this.#url) return;
    const socket = new Socket();
    const client = new Client({
      connectionString: this.#url,
      stream: () => socket,
      application_name: "yigou-pulse",
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
    });
    const lost = () => {
      this.#session = null;
    };
    client.on("error", lost);
    client.on("end", lost);
    try {
      await client.connect();
      const found = await client.query<PulseSession>(
        "select pid, backend_start::text as start from pg_stat_activity where pid = pg_backend_pid()",
      );
      this.#session = found.rows[0] ?? null;
      // NOTE: the session must end with the process, never keep it from ending.
      socket.unref();
    } catch {
      this.#session = null;
    }
  }
}
