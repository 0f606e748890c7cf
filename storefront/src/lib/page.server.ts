/** How loaders turn refusals into pages. */
import { data, redirect } from "react-router";

import { settle } from "./api.server";
import type { Answer } from "./refused";
import { Refusal } from "./refused.server";
import { logOut } from "./session.server";

/**
 * Waits for what a whole page needs.
 *
 * @throws Response 404 when it is not there, 503 when the backend does not answer, a redirect to the
 *   login when the login has run out
 */
export async function need<T>(request: Request, promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code } = error.refused;
    if (status === 401) throw await toLogin(request);
    if (status === 404 || status === 400) throw data(null, { status: 404 });
    throw data(null, { status: code === "unreachable" || status === 503 ? 503 : 500 });
  }
}

/** A redirect to the login that comes back here. */
export async function toLogin(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const back = encodeURIComponent(pathname.replace(/\.data$/, "") + search);
  return redirect(`/login?return_to=${back}`, {
    headers: { "set-cookie": await logOut(request) },
  });
}

/** A path of our own to go back to; anything else goes home. */
export function safePath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value)) return "/";
  return URL.canParse(value, "http://x") && new URL(value, "http://x").host === "x" ? value : "/";
}

/** The shop's address as the browser knows it. */
export function publicOrigin(request: Request): string {
  const { headers } = request;
  const url = new URL(request.url);
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? url.host;
  return `${headers.get("x-forwarded-proto") ?? url.protocol.replace(":", "")}://${host}`;
}

/**
 * Like `settle`, for pages of an account: a login that has run out goes to the login instead.
 *
 * @throws Response a redirect
 */
export async function settleLoggedIn<T>(request: Request, promise: Promise<T>): Promise<Answer<T>> {
  const answer = await settle(promise);
  if (!answer.ok && answer.refused.status === 401) throw await toLogin(request);
  return answer;
}
