/** Routes of ours, asked for by the operator's pages with the dashboard's own session. */
import { refusalSchema } from "../../contract/errors";
import { routes, type Reply, type RouteKey } from "../../contract/routes";

/** What is sent along; `params` fill the path. */
export interface Asked {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | undefined>>;
  body?: object;
}

/** The address of a route with its parameters, as a link can have it. */
export function addressOf(key: RouteKey, { params = {}, query = {} }: Asked): string {
  const [, path = "/"] = key.split(" ");
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const known = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const search = new URLSearchParams(known.map(([name, value]) => [name, String(value)]));
  return known.length === 0 ? filled : `${filled}?${search.toString()}`;
}

/**
 * Calls a route; its answer is held against the contract.
 *
 * @throws Error with the refusal's sentences in both languages
 */
export async function ask<K extends RouteKey>(key: K, asked: Asked = {}): Promise<Reply<K>> {
  const [method = "GET"] = key.split(" ");
  const reply = await fetch(addressOf(key, asked), {
    method,
    credentials: "include",
    ...(asked.body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(asked.body) }),
  });
  const body: unknown = await reply.json().catch(() => null);
  if (reply.ok) {
    if (isReply(key, body)) return body;
    throw new Error("回答看不懂，请刷新页面 The answer cannot be read, reload the page");
  }
  const refusal = refusalSchema.safeParse(body);
  throw new Error(
    refusal.success
      ? `${refusal.data.message_zh ?? ""} ${refusal.data.message}`
      : `${reply.status.toString()} 没有回答 No answer`,
  );
}

function isReply<K extends RouteKey>(key: K, body: unknown): body is Reply<K> {
  return routes[key].reply.safeParse(body).success;
}

/** The sentence of a failure. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "失败 Failed";
}
