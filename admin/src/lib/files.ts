/** Files to the backend and from it, as the present login. */
import type { Reply, RouteKey } from "@yigou/backend/contract";

import { send } from "./api";
import { asRefused, refusedOf } from "./refused";
import { getSession } from "./session";

/** Routes that take one file, and what they answer. */
type UploadKey = Extract<
  RouteKey,
  "POST /cooperative/voucher-files" | "POST /cooperative/bank-statements"
>;

/**
 * Sends a file in the field `file`.
 *
 * @param query what the address says beside it
 * @throws Refused
 */
export async function sendFile<K extends UploadKey>(
  key: K,
  file: File,
  query = "",
): Promise<Reply<K>> {
  const body = new FormData();
  body.append("file", file);
  const value = await send(`${key.replace("POST ", "")}${query}`, { method: "POST", body });
  if (isReply<K>(value)) return value;
  throw asRefused(new Error("unreadable"));
}

/** The backend has parsed what it says. */
function isReply<K extends UploadKey>(value: unknown): value is Reply<K> {
  return typeof value === "object" && value !== null;
}

/**
 * Fetches a file and lets the browser save it under the name that the backend gives.
 *
 * @param body what is sent along; a fetch without one reads
 * @throws Refused
 */
export async function saveFile(path: string, body?: object): Promise<void> {
  const headers = new Headers({ authorization: `Bearer ${getSession()?.token ?? ""}` });
  if (body) headers.set("content-type", "application/json");
  const init = body ? { method: "POST", body: JSON.stringify(body) } : {};
  const response = await fetch(`/api${path}`, { ...init, headers }).catch((thrown: unknown) => {
    throw asRefused(thrown);
  });
  if (!response.ok) {
    const said: unknown = await response.json().catch(() => null);
    throw refusedOf(response.status, said);
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = nameIn(response.headers.get("content-disposition") ?? "");
  link.click();
  URL.revokeObjectURL(link.href);
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : "file";
}
