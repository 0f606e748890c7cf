/** Who is logged in: the token and its actor, kept for this tab only. */
import { useSyncExternalStore } from "react";

/** The actors that this panel serves. */
export const panelActors = ["cooperative", "official"] as const;
/** An actor that this panel serves. */
export type PanelActor = (typeof panelActors)[number];

/** A login. `registered` is false while an account has no application yet. */
export interface Session {
  token: string;
  actor: PanelActor;
  registered: boolean;
}

const KEY = "yigou.session";
const listeners = new Set<() => void>();
let current: Session | null = read();

/** The present login, or null. */
export function getSession(): Session | null {
  return current;
}

/** Logs in (or out with null) and tells every listener. */
export function setSession(session: Session | null): void {
  current = session;
  if (session) sessionStorage.setItem(KEY, `${session.actor} ${session.token}`);
  else sessionStorage.removeItem(KEY);
  for (const tell of listeners) tell();
}

/** The login that a token stands for. */
export function sessionOf(actor: PanelActor, token: string): Session {
  return { actor, token, registered: actorIdOf(token) !== "" };
}

/** The present login as React state. */
export function useSession(): Session | null {
  return useSyncExternalStore(subscribe, getSession);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Session | null {
  const [kind = "", token = ""] = (sessionStorage.getItem(KEY) ?? "").split(" ");
  const actor = panelActors.find((one) => one === kind);
  return actor && token ? sessionOf(actor, token) : null;
}

/** The actor id inside a token; empty while the login has no actor. The backend verifies, we only look. */
function actorIdOf(token: string): string {
  const [, payload = ""] = token.split(".");
  try {
    const parsed: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    if (typeof parsed !== "object" || parsed === null || !("actor_id" in parsed)) return "";
    return typeof parsed.actor_id === "string" ? parsed.actor_id : "";
  } catch {
    return "";
  }
}
