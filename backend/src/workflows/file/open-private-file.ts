/** Opens a private file by its signed address. */
import type { Readable } from "node:stream";

import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

import { env } from "../../env";
import { verifiedKey } from "../../modules/file-walled";
import { refuse } from "../../refuse";

/** @throws refusal `not_found` when the address is wrong or its time is over */
export async function openPrivateFile(
  container: MedusaContainer,
  address: { key: string; until_s: number; signature: string },
): Promise<Readable> {
  const key = verifiedKey(address, {
    secret: env.COOKIE_SECRET,
    now_s: Math.floor(Date.now() / 1000),
  });
  if (!key) throw refuse("not_found");
  return container.resolve(Modules.FILE).getDownloadStream(key);
}
