/** The first middleware: refuses foreign forms, learns the language, sets the headers of safety. */
import { randomBytes } from "node:crypto";

import type { MiddlewareFunction } from "react-router";

import { cardsContext, langContext, nonceContext } from "./context";
import { keepLook, langAsked, readLook } from "./session.server";

/**
 * NOTE: SameSite=Lax keeps foreign pages from sending our cookies with a POST; the check of Origin
 * also stops forms from another port or subdomain of the same site, which Lax lets through.
 */
function isForeign(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (origin === null) return request.headers.get("sec-fetch-site") === "cross-site";
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** @source https://docs.stripe.com/security/guide#content-security-policy */
const STRIPE = {
  script: " https://js.stripe.com",
  frames: "frame-src https://js.stripe.com https://hooks.stripe.com",
  connect: "connect-src 'self' https://api.stripe.com",
  images: " https://*.stripe.com",
} as const;

/** A still page runs no script but files of ours, so it needs no nonce and can be kept. */
function policyOf(nonce: string | null, takesCards: boolean): string {
  const scripts = nonce ? ` 'nonce-${nonce}'` : "";
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}${takesCards ? STRIPE.script : ""}`,
    ...(takesCards ? [STRIPE.frames, STRIPE.connect] : []),
    "style-src 'self'",
    // The share bar's widths are style attributes.
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data:${takesCards ? STRIPE.images : ""}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** Stands before every route. */
export const guard: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  if (isForeign(request)) return new Response("foreign origin", { status: 403 });
  const nonce = randomBytes(16).toString("base64");
  const look = await readLook(request);
  context.set(langContext, look.lang);
  context.set(nonceContext, nonce);
  const response = await next();
  const { headers } = response;
  // Whoever came by an address in one language stays in it.
  if (langAsked(request)) headers.append("set-cookie", await keepLook(look));
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  headers.set("cross-origin-opener-policy", "same-origin");
  // Vite's development server injects scripts and styles of its own.
  if (!import.meta.env.DEV && !headers.has("content-security-policy")) {
    const given = headers.has("x-yigou-still") ? null : nonce;
    headers.set("content-security-policy", policyOf(given, context.get(cardsContext)));
  }
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-cache");
  return response;
};
