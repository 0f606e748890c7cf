/** The second wall behind the queries: answers of stock shop routes are stripped of private keys. */
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";

import { isOurs } from "./our-routes";
import { isPrivateKey, openSessionData } from "./private-keys";

/** Strips what `res.json` sends. Our own routes are cut to their reply schema already and pass untouched. */
export function plainAnswers(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  // NOTE: req.path is relative to /store only while this gate runs.
  if (!isOurs(req.path)) {
    const send = res.json.bind(res);
    res.json = (body: unknown) => send(stripped(body));
  }
  next();
}

/** The same value without private keys; what holds none is passed on as it is, without a copy. */
export function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return strippedList(value);
  if (!isPlain(value)) return value;
  let copy: Record<string, unknown> | null = null;
  for (const [key, child] of Object.entries(value)) {
    const isPrivate = isPrivateKey(key);
    const clean = isPrivate
      ? undefined
      : key === "payment_sessions"
        ? openSessions(child)
        : stripped(child);
    if (!isPrivate && clean === child) continue;
    copy ??= { ...value };
    if (isPrivate) Reflect.deleteProperty(copy, key);
    else copy[key] = clean;
  }
  return copy ?? value;
}

function strippedList(list: readonly unknown[]): unknown {
  const clean = list.map(stripped);
  return clean.some((child, at) => child !== list[at]) ? clean : list;
}

function openSessions(sessions: unknown): unknown {
  if (!Array.isArray(sessions)) return stripped(sessions);
  return sessions.map((session: unknown) => {
    if (!isPlain(session)) return session;
    const { data, ...rest } = session;
    const open = isPlain(data)
      ? Object.fromEntries(Object.entries(data).filter(([key]) => openSessionData.has(key)))
      : {};
    return stripped({ ...rest, data: open });
  });
}

/** NOTE: amounts are objects with their own toJSON; only bare objects are looked into. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
