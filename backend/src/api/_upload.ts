/** Takes the one file out of a multipart upload, without ever holding more than its limit. */
import type { Readable } from "node:stream";

import type { MedusaRequest } from "@medusajs/framework/http";

import type { RefusalCode } from "../contract/errors";
import { refuse } from "../refuse";
import { fileOf } from "./_multipart";

/** The usual limit of a picture or a table, in bytes. */
const LIMIT_BYTES = 5 * 1024 * 1024;
/** The limit of a photo as phones take them, in bytes. */
export const PHOTO_BYTES = 10 * 1024 * 1024;
/** Room for the multipart frame around the file. */
const FRAME_BYTES = 8 * 1024;

/**
 * Reads the field `file` of a multipart body.
 *
 * @param req the request, its body not yet read
 * @param missing what is refused when there is no file
 * @param limit_bytes of the file
 * @returns bytes of any kind; what they are is found out when they are decoded
 * @throws refusal `upload_too_large`, `missing`
 */
export async function readUpload(
  req: MedusaRequest,
  missing: RefusalCode,
  limit_bytes = LIMIT_BYTES,
): Promise<Buffer> {
  const type = req.headers["content-type"] ?? "";
  if (Number(req.headers["content-length"] ?? 0) > limit_bytes + FRAME_BYTES)
    throw refuse("upload_too_large");
  const file = fileOf(await limited(req, limit_bytes), type, "file");
  if (!file) throw refuse(missing);
  if (file.length > limit_bytes) throw refuse("upload_too_large");
  return file;
}

/** NOTE: a chunked body has no length to look at, so the bytes are counted as they come. */
async function limited(req: Readable, limit_bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > limit_bytes + FRAME_BYTES) throw refuse("upload_too_large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
