/**
 * The quick lane: lists and pages of goods, which every visitor sees alike, are answered before sessions, cookies,
 * bodies and logins are looked at. It answers only what is asked plainly and found; whatever else comes, a wrong
 * input, an unknown key, another site, goes on to the ordinary door, which has the words for it.
 */
import { container } from "@medusajs/framework";
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import type { MedusaContainer } from "@medusajs/framework/types";

import { routes } from "../../contract/routes";
import { listGoods } from "../../queries/shelf/list-goods";
import { readGood } from "../../queries/shelf/read-good";
import { readers, sentAway } from "./admission";
import { answers, sendFresh, sendKept } from "./kept-answers";
import { isKnownKey } from "./known-keys";

/** What of a request is looked at. */
type Asked = Pick<MedusaRequest, "method" | "url" | "headers">;
type Answer = (
  scope: MedusaContainer,
  asked: URLSearchParams,
  state: number | null,
) => Promise<object | null>;

const GOODS = routes["GET /store/goods"];
const GOOD = routes["GET /store/goods/:handle"];

const list: Answer = async (scope, asked, state) => {
  const query = plainly(asked);
  const parsed = query && GOODS.query.safeParse(query);
  if (!parsed?.success) return null;
  // Each card was checked against its schema as it was read.
  return listGoods(scope, parsed.data, state);
};

const goodOf =
  (handle: string): Answer =>
  async (scope, asked) => {
    const params = GOOD.params.safeParse({ handle });
    if (!params.success || asked.size > 0) return null;
    return GOOD.reply.parse({ good: await readGood(scope, params.data.handle) });
  };

/** Each key once, or null: what stands twice is the ordinary parser's to read. */
function plainly(asked: URLSearchParams): Record<string, string> | null {
  const query: Record<string, string> = {};
  for (const [key, value] of asked) {
    if (key in query || key.includes("[")) return null;
    query[key] = value;
  }
  return query;
}

const HANDLE = /^\/store\/goods\/(?<handle>[a-z0-9-]+)$/;

function answerFor(path: string): Answer | null {
  if (path === "/store/goods") return list;
  const handle = HANDLE.exec(path)?.groups?.["handle"];
  return handle === undefined ? null : goodOf(handle);
}

/** Answers what may be answered quickly; all else goes on. */
export async function quickLane(
  req: Asked,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const [path = "", search = ""] = req.url.split("?", 2);
  const answer = req.method === "GET" && isPlain(req) ? answerFor(path) : null;
  const key = req.headers["x-publishable-api-key"];
  if (!answer || typeof key !== "string") {
    next();
    return;
  }
  const state = answer === list ? answers.state() : null;
  const kept = answers.get(req.url, state);
  if (kept) {
    if (await isKnownKey(container, key).catch(() => false)) sendKept(req, res, kept);
    else next();
    return;
  }
  if (!(await readers.enter())) {
    sentAway(res);
    return;
  }
  let reply: object | null;
  try {
    const isKnown = await isKnownKey(container, key);
    reply = isKnown ? await answer(container, new URLSearchParams(search), state) : null;
  } catch {
    // Said once more, and in its own words, by the ordinary door.
    reply = null;
  } finally {
    readers.leave();
  }
  if (!reply) {
    next();
    return;
  }
  sendFresh(res, reply);
  answers.keep(req.url, state, reply, res.get("ETag"));
}

/** Nothing about the visitor is told: no other site, no login, no session. */
function isPlain({ headers }: Asked): boolean {
  return (
    headers.origin === undefined &&
    headers.authorization === undefined &&
    headers.cookie === undefined
  );
}
