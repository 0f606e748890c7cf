/** Lists of goods as they were sent, until anything on the shelf changes. */
import { env } from "../../env";
import { ShelfWatch } from "../../queries/shelf/shelf-watch";

/** How old one may be, in milliseconds: names of places and kinds are not told when they change. */
const FRESH_MS = 10_000;
/** Longer addresses are nobody's who looks for fruit. */
const LONGEST = 300;

interface Kept {
  state: number;
  until: number;
  body: Buffer;
  etag: string;
}

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
    this.#kept.set(url, { state, until: performance.now() + FRESH_MS, body, etag });
  }
}

/** Those of this process. */
export const answers = new KeptAnswers();
