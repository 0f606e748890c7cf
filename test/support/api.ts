/** A small HTTP client that says exactly what came back; it never throws on a refusal. */
import type { z } from "zod";
import { demo } from "./postgres";

/** Who can log in. */
export type Actor = "customer" | "cooperative" | "official" | "user";

/** Demonstration accounts and the actor that each is. */
export const ACTOR_OF = {
  buyer: "customer",
  work_unit: "customer",
  cooperative: "cooperative",
  cooperative_other: "cooperative",
  village_cadre: "official",
  county_official: "official",
  operator: "user",
} as const;

/** Name of a demonstration account. */
export type AccountName = keyof typeof ACTOR_OF;

/** What came back. */
export interface Reply {
  status: number;
  headers: Headers;
  /** Parsed JSON, or the text when it is none. */
  body: unknown;
  text: string;
}

/** What can be sent along. */
export interface Options {
  query?: Record<string, string | number>;
  headers?: Record<string, string>;
}

/** Requests to one backend, as one actor or as nobody. */
export interface Api {
  get: (path: string, options?: Options) => Promise<Reply>;
  post: (path: string, body?: unknown, options?: Options) => Promise<Reply>;
  delete: (path: string, options?: Options) => Promise<Reply>;
  send: (method: string, path: string, body?: unknown, options?: Options) => Promise<Reply>;
  /** The same backend with a bearer token. */
  as: (token: string) => Api;
  token: string | undefined;
}

/** Opens a client; store routes get the publishable key by themselves. */
export function api(url: string, token?: string): Api {
  const send: Api["send"] = async (method, path, body, options = {}) => {
    const target = new URL(path, url);
    for (const [name, value] of Object.entries(options.query ?? {})) {
      target.searchParams.set(name, String(value));
    }
    const reply = await fetch(target, {
      method,
      headers: {
        ...(path.startsWith("/store") ? { "x-publishable-api-key": demo().publishable_key } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...options.headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, text, body: jsonOr(text) };
  };
  return {
    send,
    get: (path, options) => send("GET", path, undefined, options),
    post: (path, body = {}, options = {}) => send("POST", path, body, options),
    delete: (path, options) => send("DELETE", path, undefined, options),
    as: (other) => api(url, other),
    token,
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Reads a body by its schema.
 *
 * @throws Error with status and body when the reply is not 2xx or does not fit
 */
export function read<T>(reply: Reply, schema: z.ZodType<T>): T {
  const shown = `${reply.status} ${reply.text.slice(0, 500)}`;
  if (reply.status < 200 || reply.status > 299) throw new Error(`refused: ${shown}`);
  const parsed = schema.safeParse(reply.body);
  if (parsed.success) return parsed.data;
  throw new Error(`${parsed.error.message} in ${shown}`);
}

function tokenOf(reply: Reply): string {
  const { body } = reply;
  if (typeof body === "object" && body !== null && "token" in body) {
    if (typeof body.token === "string") return body.token;
  }
  throw new Error(`no login: ${reply.status} ${reply.text.slice(0, 300)}`);
}

/** Logs in with an e-mail address and a password. */
export async function login(
  client: Api,
  actor: Actor,
  account: { email: string; password: string },
): Promise<Api> {
  const { email, password } = account;
  return client.as(tokenOf(await client.post(`/auth/${actor}/emailpass`, { email, password })));
}

/** Logs in as one of the demonstration accounts. */
export async function loginAs(client: Api, name: AccountName): Promise<Api> {
  const account = demo().accounts[name];
  if (!account) throw new Error(`the demonstration data have no account ${name}`);
  return login(client, ACTOR_OF[name], account);
}

/** Registers a buyer of one's own and logs in. */
export async function newBuyer(client: Api, email: string): Promise<Api> {
  const password = "correct-horse-1";
  const token = tokenOf(
    await client.post("/auth/customer/emailpass/register", { email, password }),
  );
  const made = await client.as(token).post("/store/customers", { email });
  if (made.status !== 200) throw new Error(`no customer: ${made.status} ${made.text}`);
  return login(client, "customer", { email, password });
}
