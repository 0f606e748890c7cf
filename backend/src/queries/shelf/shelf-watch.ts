/**
 * Hears of every change of the shelf's index, so that answers may be kept until something changes.
 *
 * A database session listens to what triggers tell (`search-shelf/told.ts`). PostgreSQL delivers notifications in the
 * order of their commits: whoever hears an own beat has heard of every change that was committed before the beat
 * was sent. So nothing kept is trusted that is older than the last beat and `TRUST_MS`: behind a pooler that swallows
 * notifications, or while the session is lost, nothing is kept at all.
 */
import { randomUUID } from "node:crypto";
import { Socket } from "node:net";

import { Client } from "pg";

import { SHELF_TOLD } from "../../modules/shelf";

/** How often a beat is sent while somebody asks, in milliseconds. */
const BEAT_MS = 250;
/** How old the last beat that was heard may be, in milliseconds. */
const TRUST_MS = 1_000;
/** So long after the last question beats go on. */
const ASKED_MS = 5_000;
/** How long to wait before a lost session is opened anew, in milliseconds. */
const PAUSE_MS = 2_000;

/** Counts the changes of the shelf's index. */
export class ShelfWatch {
  readonly #url: string;
  readonly #own = `beat_${randomUUID().replaceAll("-", "")}`;
  #client: Client | null = null;
  #isOpening = false;
  #isBeating = false;
  #tried_ms = -Infinity;
  #asked_ms = -Infinity;
  #beat_ms = -Infinity;
  #changes = 0;

  constructor(url: string) {
    this.#url = url;
  }

  /** The number of changes until now; null while it is not sure that each was heard of. */
  changes(): number | null {
    const now_ms = performance.now();
    this.#asked_ms = now_ms;
    if (!this.#client) this.#open(now_ms);
    return now_ms - this.#beat_ms <= TRUST_MS ? this.#changes : null;
  }

  #open(now_ms: number): void {
    if (this.#isOpening || now_ms - this.#tried_ms < PAUSE_MS) return;
    this.#isOpening = true;
    this.#tried_ms = now_ms;
    this.#connect()
      .catch(() => {
        // Asked again after a pause; nothing is kept meanwhile.
        this.#lose();
      })
      .finally(() => {
        this.#isOpening = false;
      });
  }

  async #connect(): Promise<void> {
    const socket = new Socket();
    const client = new Client({
      connectionString: this.#url,
      stream: () => socket,
      application_name: "yigou-shelf-watch",
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
    });
    const lose = () => {
      this.#lose();
    };
    client.on("error", lose);
    client.on("end", lose);
    client.on("notification", ({ channel, payload }) => {
      this.#hear(channel, payload);
    });
    await client.connect();
    await client.query(`listen ${SHELF_TOLD}; listen ${this.#own}`);
    // NOTE: the session must end with the process, never keep it from ending.
    socket.unref();
    // What was told while nobody listened is not known.
    this.#changes += 1;
    this.#client = client;
    this.#beatOn(client);
  }

  #hear(channel: string, payload: string | undefined): void {
    if (channel === SHELF_TOLD) this.#changes += 1;
    else this.#beat_ms = Number(payload);
  }

  /** Beats while somebody asks; after a quiet while the session is left alone. */
  #beatOn(client: Client): void {
    const timer = setInterval(() => {
      if (client !== this.#client) clearInterval(timer);
      else this.#beat(client);
    }, BEAT_MS);
    timer.unref();
    this.#beat(client);
  }

  #beat(client: Client): void {
    const now_ms = performance.now();
    if (this.#isBeating || now_ms - this.#asked_ms > ASKED_MS) return;
    this.#isBeating = true;
    client
      .query(`select pg_notify($1, $2)`, [this.#own, String(now_ms)])
      .catch(() => {
        this.#lose();
      })
      .finally(() => {
        this.#isBeating = false;
      });
  }

  #lose(): void {
    this.#beat_ms = -Infinity;
    const client = this.#client;
    this.#client = null;
    client?.end().catch(() => {
      // It is lost already.
    });
  }
}
