/** The typed client over the contract: `call("GET /official/households", { query })`. */
import type { BodyInput, Params, Query, Reply, RouteKey } from "@yigou/backend/contract";
import type { ZodType } from "zod";

import { Refused, asRefused, refusedOf } from "./refused";
import { getSession, setSession } from "./session";

/** What a call takes; `params` is asked for exactly when the path has some. */
export type CallInput<K extends RouteKey> = (K extends `${string}:${string}`
  ? { params: Params<K> }
  : { params?: undefined }) & { query?: Partial<Query<K>>; body?: BodyInput<K> };

/**
 * Calls one route of the contract as the present login.
 *
 * @throws Refused always with the backend's code and sentences, or `unreachable`
 */
export async function call<K extends RouteKey>(
  key: K,
  input: CallInput<K>,
  signal?: AbortSignal,
): Promise<Reply<K>> {
  const [method = "GET", path = "/"] = key.split(" ");
  const hasBody = method !== "GET";
  const value = await send(addressOf(path, input.params ?? {}, input.query ?? {}), {
    method,
    signal,
    headers: hasBody ? { "content-type": "application/json" } : {},
    body: hasBody ? JSON.stringify(input.body ?? {}) : undefined,
  });
  const schema = await schemaOf(key);
  if (isReply(key, value, schema)) return value;
  throw unreadable(value, schema);
}

/**
 * Sends one file to a route that takes one.
 *
 * @throws Refused as every call
 */
export async function upload<K extends RouteKey>(
  key: K,
  input: Pick<CallInput<K>, "params">,
  file: File,
): Promise<Reply<K>> {
  const body = new FormData();
  body.append("file", file);
  const [method = "POST", path = "/"] = key.split(" ");
  const value = await send(addressOf(path, input.params ?? {}, {}), { method, body });
  const schema = await schemaOf(key);
  if (isReply(key, value, schema)) return value;
  throw unreadable(value, schema);
}

/** Uploads one picture; answers the path under which every page can show it. */
export async function uploadPicture(file: File): Promise<string> {
  const { url } = await upload("POST /cooperative/pictures", {}, file);
  return new URL(url, location.origin).pathname;
}

/**
 * Fetches the answer of a route that is a file.
 *
 * @returns the bytes, and the name that the backend gave them
 * @throws Refused like every call
 */
export async function fetchFile<K extends RouteKey>(
  key: K,
  input: CallInput<K>,
): Promise<{ name: string; blob: Blob }> {
  const [, path = "/"] = key.split(" ");
  const response = await answered(addressOf(path, input.params ?? {}, input.query ?? {}), {});
  const disposition = response.headers.get("content-disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? "file";
  return { name: decodeURIComponent(encoded), blob: await response.blob() };
}

/** One request with the login of this tab, or with another token. */
export async function send(path: string, init: RequestInit, token?: string): Promise<unknown> {
  const response = await answered(path, init, token);
  return response.json().catch(() => null);
}

async function answered(path: string, init: RequestInit, token?: string): Promise<Response> {
  const bearer = token ?? getSession()?.token;
  const headers = new Headers(init.headers);
  headers.set("accept", "application/json");
  if (bearer) headers.set("authorization", `Bearer ${bearer}`);
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { ...init, headers });
  } catch (thrown) {
    throw init.signal?.aborted ? thrown : asRefused(thrown);
  }
  if (response.ok) return response;
  const refused = refusedOf(response.status, await response.json().catch(() => null));
  // A login that the backend no longer takes is over; the layout then shows the login page.
  if (response.status === 401 && !path.startsWith("/auth/") && !token) setSession(null);
  throw refused;
}

/** In development every reply is held against the contract; in production the backend has parsed it. */
async function schemaOf(key: RouteKey): Promise<ZodType | null> {
  if (!import.meta.env.DEV) return null;
  const { routes } = await import("@yigou/backend/contract");
  return routes[key].reply;
}

function isReply<K extends RouteKey>(
  _key: K,
  value: unknown,
  schema: ZodType | null,
): value is Reply<K> {
  return schema ? schema.safeParse(value).success : typeof value === "object" && value !== null;
}

function unreadable(value: unknown, schema: ZodType | null): Refused {
  const message = schema?.safeParse(value).error?.message ?? "";
  return new Refused(0, { code: "unreadable", message });
}

function addressOf(path: string, params: object, query: object): string {
  const values = new Map(textsOf(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(values.get(name) ?? ""),
  );
  const search = new URLSearchParams();
  for (const [name, value] of textsOf(query)) {
    if (value !== "") search.set(name, value);
  }
  return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}

/** Texts and numbers of a record; what is not given is left out. */
function textsOf(record: object): [string, string][] {
  return Object.entries(record).flatMap(([name, value]: [string, unknown]) =>
    typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [],
  );
}
