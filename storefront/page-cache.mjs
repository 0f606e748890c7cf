// Pages that are the same for everybody are rendered at most twice a second, however many ask for them.
// A page is kept for half a second, so a change of price or consent is late by no more than that.
import { promisify } from "node:util";
import * as zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const STAY_MS = 500;
const MOST_PAGES = 400;
/** What a renderer says of a page that has nothing of a person's own in it. */
export const STILL_HEADER = "x-yigou-still";
/** The shop's cookies: whoever has one but the look, such as the key to an order, gets pages of their own. */
const OURS = "yigou_";
const LOOK = "yigou_look";

/**
 * Under which name a request's page may be kept.
 *
 * @param {{ method?: string, url?: string, headers: Record<string, string | string[] | undefined> }} request
 * @returns {string | null} null when the page may be a person's own
 */
export function keyOf({ method, url, headers }) {
  if (method !== "GET" || headers.authorization) return null;
  let look = "";
  for (const pair of String(headers.cookie ?? "").split(";")) {
    const [name, value = ""] = pair.trim().split("=", 2);
    if (name === LOOK) look = value;
    else if (name.startsWith(OURS)) return null;
  }
  return [headers["x-forwarded-proto"] ?? "", headers.host ?? "", url, look].join("\n");
}

/**
 * Makes a cache.
 *
 * @param {() => number} clock milliseconds
 */
export function pageCache(clock = Date.now) {
  /** @type {Map<string, { until: number, page: Promise<object | null> }>} */
  const kept = new Map();

  /**
   * The page of a key: kept, on its way, or rendered now. A failure is nobody else's.
   *
   * @param {string} key from `keyOf`
   * @param {() => Promise<Response>} render
   * @returns what to send: a page that is kept, or the answer of this request alone
   */
  async function get(key, render) {
    const known = kept.get(key);
    if (known && known.until > clock()) {
      const page = await known.page.catch(() => null);
      return page ? { page } : { answer: await render() };
    }
    let answer;
    const page = render().then((rendered) => {
      answer = rendered;
      return keep(rendered);
    });
    put(key, page);
    const own = await page;
    if (own) return { page: own };
    kept.delete(key);
    return { answer };
  }

  function put(key, page) {
    kept.delete(key);
    kept.set(key, { until: clock() + STAY_MS, page });
    page.catch(() => kept.delete(key));
    // A map remembers the order of its keys: the oldest goes first.
    if (kept.size > MOST_PAGES) kept.delete(kept.keys().next().value);
  }

  return { get, size: () => kept.size };
}

/** Reads a page that may be kept; null leaves the answer untouched. */
async function keep(answer) {
  const { headers, status, body } = answer;
  if (status !== 200 || !body || !headers.has(STILL_HEADER) || headers.has("set-cookie")) {
    return null;
  }
  const raw = Buffer.from(await answer.arrayBuffer());
  const own = Object.fromEntries([...headers].filter(([name]) => name !== STILL_HEADER));
  return { headers: own, bodies: { identity: Promise.resolve(raw) } };
}

/**
 * The body of a kept page in an encoding; compressed once, when somebody asks.
 *
 * @param {{ bodies: Record<string, Promise<Buffer>> }} page
 * @param {"br" | "gzip" | "identity"} encoding
 */
export async function bodyIn({ bodies }, encoding) {
  const squeeze = async () => {
    const raw = await bodies.identity;
    const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } };
    return encoding === "br" ? brotli(raw, quality) : gzip(raw, { level: 5 });
  };
  return (bodies[encoding] ??= squeeze());
}
