/**
 * The only way to the backend, from the server's side. `call` takes and answers what the contract says;
 * `callStock` reaches Medusa's own store and auth routes, with a schema of ours for the reply.
 */
import {
  routes,
  type BodyInput,
  type Params,
  type Query,
  type Reply,
  type RouteKey,
} from "@yigou/backend/contract";
import type { z } from "zod";

import { env, publishableKey } from "./env.server";
import { readRefusal, Refusal, refusedBy } from "./refused.server";
import type { Answer } from "./refused";

const TIMEOUT_MS = 20_000;

/** For whom the server calls: tokens from the cookies, the browser's address for the login limit. */
export interface Caller {
  token?: string | undefined;
  orderToken?: string | undefined;
  address?: string | undefined;
  idempotencyKey?: string | undefined;
}

type Texts<T> = { [K in keyof T]?: string | number | undefined };

interface CallOptions<K extends RouteKey> {
  params?: Params<K>;
  query?: Texts<Query<K>>;
  body?: BodyInput<K>;
  by?: Caller;
}

/** The same routes, seen as readers of replies: keeps each reply's type when the key is generic. */
const readers: { [K in RouteKey]: { reply: { parse(reply: unknown): Reply<K> } } } = routes;

/**
 * Calls a route of ours.
 *
 * @param key "METHOD /path" as in the contract
 * @returns the reply, parsed by the contract's schema
 * @throws Refusal
 */
export async function call<K extends RouteKey>(
  key: K,
  options: CallOptions<K> = {},
): Promise<Reply<K>> {
  const [method = "GET", template = "/"] = key.split(" ");
  const path = fill(template, options.params ?? {}) + search(options.query ?? {});
  const reply = await send(method, path, options.body, options.by);
  return readers[key].reply.parse(reply);
}

/**
 * Calls a route of ours that takes an uploaded file.
 *
 * @throws Refusal
 */
export async function callForm<K extends RouteKey>(
  key: K,
  form: FormData,
  by: Caller = {},
  params: object = {},
): Promise<Reply<K>> {
  const [method = "POST", template = "/"] = key.split(" ");
  return readers[key].reply.parse(await send(method, fill(template, params), form, by));
}

/**
 * Calls a route of ours that answers with a file, and passes the file on as it comes.
 *
 * @returns the file, or an empty answer with the status of the refusal
 */
export async function callFile<K extends RouteKey>(
  key: K,
  options: CallOptions<K> = {},
): Promise<Response> {
  const [method = "GET", template = "/"] = key.split(" ");
  const path = fill(template, options.params ?? {}) + search(options.query ?? {});
  const answer = await fetch(env.backendUrl + path, {
    method,
    headers: headersOf(options.by ?? {}, false),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  const type = answer?.headers.get("content-type") ?? "";
  if (!answer?.ok || type.startsWith("application/json")) {
    await answer?.body?.cancel();
    return new Response(null, { status: answer && !answer.ok ? answer.status : 503 });
  }
  return new Response(answer.body, {
    headers: { "content-type": type, "cache-control": "private, no-store" },
  });
}

/**
 * Calls a route of stock Medusa.
 *
 * @throws Refusal
 */
export async function callStock<S extends z.ZodType>(
  key: `${"GET" | "POST" | "DELETE"} /${string}`,
  schema: S,
  options: { body?: object; by?: Caller } = {},
): Promise<z.output<S>> {
  const [method = "GET", path = "/"] = key.split(" ");
  return schema.parse(await send(method, path, options.body, options.by));
}

function fill(template: string, params: object): string {
  const values = new Map(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return template.replace(/:([a-z_]+)/g, (_, name: string) =>
    encodeURIComponent(values.get(name) ?? ""),
  );
}

function search(query: object): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") words.set(name, String(value));
  }
  return words.size > 0 ? `?${words.toString()}` : "";
}

async function send(
  method: string,
  path: string,
  body?: unknown,
  by: Caller = {},
): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(env.backendUrl + path, {
      method,
      headers: headersOf(by, body !== undefined && !(body instanceof FormData)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined
        ? {}
        : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new Refusal({ ...refusedBy("busy"), code: "unreachable" });
  }
  const reply: unknown = await response.json().catch(() => null);
  if (!response.ok) throw readRefusal(response.status, reply);
  return reply;
}

function headersOf(by: Caller, withBody: boolean): Record<string, string> {
  return {
    accept: "application/json",
    "x-publishable-api-key": publishableKey(),
    ...(withBody ? { "content-type": "application/json" } : {}),
    ...(by.token ? { authorization: `Bearer ${by.token}` } : {}),
    ...(by.orderToken ? { "x-order-token": by.orderToken } : {}),
    ...(by.address ? { "x-forwarded-for": by.address } : {}),
    ...(by.idempotencyKey ? { "idempotency-key": by.idempotencyKey } : {}),
  };
}

/** Turns a refusal into data, so that one part of a page can fail without the rest. */
export async function settle<T>(promise: Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refused: error.refused };
    throw error;
  }
}
