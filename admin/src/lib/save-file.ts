/** Files of the backend, saved by the browser under the name that the backend gave them. */
import type { RouteKey } from "@yigou/backend/contract";

import { fetchFile } from "./api";
import type { CallInput } from "./api";

/** How long the browser may take to pick the bytes up. */
const KEPT_MS = 60_000;

/** Fetches a file and lets the browser save it; answers its name. */
export async function saveFile<K extends RouteKey>(key: K, input: CallInput<K>): Promise<string> {
  const { name, blob } = await fetchFile(key, input);
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_MS);
  return name;
}
