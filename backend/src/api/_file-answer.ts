/** An answer that is a file: the door sends it with its name, never to be cached, never to be guessed at. */
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { MedusaResponse } from "@medusajs/framework/http";

/** Kinds of files that our routes answer with. */
const contentTypes = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
} as const;

/** A kind of file. */
export type FileKind = keyof typeof contentTypes;

/** What a handler returns instead of a reply when the answer is a file. */
export class FileAnswer {
  /**
   * @param name what the file is called, without its ending; Chinese is welcome, personal data is not
   * @param kind its ending and content type
   * @param content the bytes, or a stream of them for what may be large
   */
  constructor(
    readonly name: string,
    readonly kind: FileKind,
    readonly content: Buffer | Readable,
  ) {}
}

/** Sends a file; a stream that fails midway breaks the connection, so that half a file is never taken for a whole. */
export async function sendFile(res: MedusaResponse, file: FileAnswer): Promise<void> {
  res.status(200);
  res.setHeader("Content-Type", contentTypes[file.kind]);
  res.setHeader("Content-Disposition", dispositionOf(`${file.name}.${file.kind}`));
  res.setHeader("Cache-Control", "no-store");
  res.setHeader("X-Content-Type-Options", "nosniff");
  if (Buffer.isBuffer(file.content)) {
    res.setHeader("Content-Length", file.content.length);
    res.end(file.content);
  } else {
    await pipeline(file.content, res);
  }
}

/**
 * The header that names a file, for browsers that read Chinese names and for those that do not.
 *
 * @source RFC 6266 and RFC 8187
 */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
