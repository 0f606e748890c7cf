import type { Route } from "./+types/pictures";
import { env } from "../lib/env.server";

const PATH = /^[A-Za-z0-9_-][A-Za-z0-9_./-]{0,200}$/;
const KEPT = ["content-type", "content-length", "etag", "last-modified"];

/**
 * Pictures of goods, passed on from the backend as a stream. Only pictures pass, and an SVG cannot
 * run anything even when it is opened by itself.
 */
export async function loader({ request, params }: Route.LoaderArgs) {
  const path = params["*"];
  if (!PATH.test(path) || path.includes("..")) return new Response(null, { status: 404 });
  const since = request.headers.get("if-none-match");
  const answer = await fetch(`${env.backendUrl}/static/${path}`, {
    headers: since ? { "if-none-match": since } : {},
    signal: request.signal,
  }).catch(() => null);
  if (!answer) return new Response(null, { status: 503 });
  const isPicture = answer.headers.get("content-type")?.startsWith("image/") ?? false;
  if (answer.status !== 304 && (!answer.ok || !isPicture)) {
    await answer.body?.cancel();
    return new Response(null, { status: 404 });
  }
  const headers = new Headers({
    "cache-control": "public, max-age=86400",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  for (const name of KEPT) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}
