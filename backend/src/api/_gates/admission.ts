/**
 * Admission to the shop. Buying and reading have lines of their own, so that a crowd that reads does not keep
 * those out who pay; officials, cooperatives, the operator and the payment houses are never sent away.
 */
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

import { env } from "../../env";
import { refuse, replyOfRefusal } from "../../refuse";
import { Turnstile } from "./turnstile";

/** Seconds after which a client that was sent away may come again. */
const RETRY_AFTER_S = 2;

const buying = new Turnstile({
  at_once: env.YIGOU_ORDERS_AT_ONCE,
  in_line: env.YIGOU_ORDERS_AT_ONCE * 4,
  patience_ms: 5_000,
});
/** The line of those who read the shop. */
export const readers = new Turnstile({
  at_once: env.YIGOU_READERS_AT_ONCE,
  in_line: env.YIGOU_READERS_AT_ONCE,
  patience_ms: 2_000,
});

/** The turnstile before a request; null where everybody is let in. */
function turnstileOf(method: string, path: string): Turnstile | null {
  if (method === "GET") return readers;
  return method === "POST" && /^\/store\/checkout(\/resume)?\/?$/.test(path) ? buying : null;
}

/** Lets a request in, or sends it away before anything of it has been looked at. */
export async function admission(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const turnstile = turnstileOf(req.method, req.originalUrl.split("?")[0] ?? "");
  if (!turnstile) {
    next();
    return;
  }
  if (!(await turnstile.enter())) {
    sentAway(res);
    return;
  }
  // Whoever waited may have gone: then nothing is left that could close.
  if (res.closed) {
    turnstile.leave();
    return;
  }
  res.once("close", () => {
    turnstile.leave();
  });
  next();
}

/** Tells somebody to come again. */
export function sentAway(res: MedusaResponse): void {
  const refused = replyOfRefusal(refuse("busy"));
  res.setHeader("Retry-After", RETRY_AFTER_S);
  res.status(refused?.status ?? 503).json(refused?.body);
}
