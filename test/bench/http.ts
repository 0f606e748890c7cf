/** The client of the bench: JSON in, JSON out, parsed; anything but success ends the bench. */
import type { z } from "zod";

/** One call. */
export interface Call {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * Calls a server.
 *
 * @throws Error with the status and the beginning of the answer when it is not a success
 */
export async function call<T extends z.ZodType>(
  url: string,
  reply: T,
  { method, headers, body }: Call = {},
): Promise<z.output<T>> {
  const answer = await fetch(url, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 300)}`);
  const json: unknown = JSON.parse(text);
  return reply.parse(json);
}
