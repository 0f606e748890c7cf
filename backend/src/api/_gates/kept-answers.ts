/** Lists of goods as they were sent, until anything on the shelf changes. */
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

import { env } from "../../env";
import { ShelfWatch } from "../../queries/shelf/shelf-watch";

/** How old one may be, in milliseconds: names of places and kinds are not told when they change. */
const FRESH_MS = 10_000;
/** Longer addresses are nobody's who looks for fruit. */
const LONGEST = 300;

type Headed = Pick<MedusaRequest, "headers">;

interface Kept {
  state: number;
  until: number;
  body: Buffer;
  headers: Record<string, string | number>;
}

const SENT_WITH = { Vary: "Origin", "Cache-Control": "no-cache" };
const JSON_TYPE = "application/json; charset=utf-8";

class KeptAnswers {
  readonly #kept = new Map<string, Kept>();
  // Another engine of search is followed later than the shelf changes, and tells nobody when.
  readonly #watch =
    env.MEILISEARCH_HOST || !env.YIGOU_LISTS_KEPT ? null : new ShelfWatch(env.DATABASE_URL);

  /** Which state the shelf is in; null while that is not sure, and nothing is kept. */
  state(): number | null {
    return this.#watch?.changes() ?? null;
  }

  get(url: string, state: number | null): Kept | undefined {
    const found = this.#kept.get(url);
    return found?.state === state && found.until > performance.now() ? found : undefined;
  }

  /** @param state in which the shelf was before the answer was read */
  keep(url: string, state: number | null, reply: object, etag: string | undefined): void {
    if (state === null || state !== this.state()) return;
    if (etag === undefined || url.length > LONGEST) return;
    if (this.#kept.size >= env.YIGOU_LISTS_KEPT) this.#kept.clear();
    const body = Buffer.from(JSON.stringify(reply));
    const headers = {
      ...SENT_WITH,
      "Content-Type": JSON_TYPE,
      ETag: etag,
      "Content-Length": body.length,
    };
    this.#kept.set(url, { state, until: performance.now() + FRESH_MS, body, headers });
  }
}

/** Sends a reply as it was just made. */
export function sendFresh(res: MedusaResponse, reply: object): void {
  res.status(200).set(SENT_WITH).json(reply);
}

/** Sends a kept one; whoever names what they hold is told whether it still stands. */
export function sendKept({ headers: asked }: Headed, res: MedusaResponse, kept: Kept): void {
  const { body, headers } = kept;
  if (asked["if-none-match"] === undefined && asked["if-modified-since"] === undefined)
    res.writeHead(200, headers).end(body);
  else res.status(200).set(headers).send(body);
}

/** Those of this process. */
export const answers = new KeptAnswers();
