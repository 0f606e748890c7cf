/** Logging in and registering through Medusa's own auth routes. */
import { send } from "./api";
import { Refused, asRefused } from "./refused";
import { sessionOf } from "./session";
import type { PanelActor, Session } from "./session";

/** Logs in; the caller decides what becomes of the session. */
export async function logIn(actor: PanelActor, email: string, password: string): Promise<Session> {
  return sessionOf(actor, await tokenOf(`/auth/${actor}/emailpass`, email, password));
}

/**
 * Makes a login for a cooperative. Who registered before but never applied goes on with the same
 * address and password.
 */
export async function registerCooperative(email: string, password: string): Promise<Session> {
  try {
    const token = await tokenOf("/auth/cooperative/emailpass/register", email, password);
    return sessionOf("cooperative", token);
  } catch (thrown) {
    if (asRefused(thrown).status === 429) throw thrown;
    return logIn("cooperative", email, password);
  }
}

async function tokenOf(path: string, email: string, password: string): Promise<string> {
  const value = await send(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (typeof value === "object" && value !== null && "token" in value) {
    if (typeof value.token === "string") return value.token;
  }
  throw new Refused(0, { code: "unreadable" });
}
