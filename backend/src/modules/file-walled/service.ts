/** Medusa's file provider: public pictures in `static/`, everything else in a folder that no server serves. */
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";

import type { FileTypes } from "@medusajs/framework/types";
import { AbstractFileProviderService, MedusaError } from "@medusajs/framework/utils";

import { cleanPicture } from "./picture";
import { signedAddress } from "./signed-address";

/** Where files lie and how private ones are addressed. */
export interface WalledFileOptions {
  backend_url: string;
  secret: string;
}

const PRIVATE = "private-";

/** Public pictures; private pictures when they are uploaded so, and everything else. */
export class WalledFileProvider extends AbstractFileProviderService {
  static override identifier = "walled";

  readonly #options: WalledFileOptions;
  readonly #publicDir = join(process.cwd(), "static");
  readonly #privateDir = join(process.cwd(), "private-files");

  constructor(_: Record<string, unknown>, options: WalledFileOptions) {
    super();
    this.#options = options;
  }

  override async upload(
    file: FileTypes.ProviderUploadFileDTO,
  ): Promise<FileTypes.ProviderFileResultDTO> {
    const content = bytesOf(file.content, file.mimeType);
    if (!file.mimeType.startsWith("image/")) return this.#keep(file.filename, content);
    const picture = await cleanPicture(content);
    // A photograph of a paper is written anew like any other, but nobody may fetch it by its address.
    if (file.access === "private")
      return this.#keep(`${file.filename}${picture.extension}`, picture.content);
    const key = `pictures/${randomUUID()}${picture.extension}`;
    await this.#write(key, picture.content);
    return { key, url: `/static/${key}` };
  }

  override async delete(
    files: FileTypes.ProviderDeleteFileDTO | FileTypes.ProviderDeleteFileDTO[],
  ): Promise<void> {
    const list = Array.isArray(files) ? files : [files];
    await Promise.all(list.map(async ({ fileKey }) => rm(this.#pathOf(fileKey), { force: true })));
  }

  override async getPresignedDownloadUrl({
    fileKey,
  }: FileTypes.ProviderGetFileDTO): Promise<string> {
    if (!fileKey.startsWith(PRIVATE)) return `/static/${fileKey}`;
    const address = signedAddress(fileKey, this.#options.secret, Math.floor(Date.now() / 1000));
    return new URL(address, this.#options.backend_url).href;
  }

  async getPresignedUploadUrl({ filename }: FileTypes.ProviderGetPresignedUploadUrlDTO) {
    return { url: "/admin/uploads", key: filename };
  }

  override async getDownloadStream({ fileKey }: FileTypes.ProviderGetFileDTO): Promise<Readable> {
    return createReadStream(this.#pathOf(fileKey));
  }

  override async getAsBuffer({ fileKey }: FileTypes.ProviderGetFileDTO): Promise<Buffer> {
    return readFile(this.#pathOf(fileKey));
  }

  /** Streams are exports and reports: always private, whatever access was asked for. */
  override async getUploadStream({ filename }: FileTypes.ProviderUploadStreamDTO) {
    const key = privateKey(filename);
    mkdirSync(this.#privateDir, { recursive: true, mode: 0o700 });
    const writeStream = createWriteStream(this.#pathOf(key), { mode: 0o600 });
    const url = await this.getPresignedDownloadUrl({ fileKey: key, filename });
    return {
      writeStream,
      promise: finished(writeStream).then(() => ({ url, key })),
      url,
      fileKey: key,
    };
  }

  async #keep(filename: string, content: Buffer): Promise<FileTypes.ProviderFileResultDTO> {
    const key = privateKey(filename);
    await this.#write(key, content);
    return { key, url: await this.getPresignedDownloadUrl({ fileKey: key, filename }) };
  }

  async #write(key: string, content: Buffer): Promise<void> {
    const path = this.#pathOf(key);
    const isPrivate = key.startsWith(PRIVATE);
    await mkdir(dirname(path), { recursive: true, mode: isPrivate ? 0o700 : 0o755 });
    await writeFile(path, content, { mode: isPrivate ? 0o600 : 0o644 });
  }

  /** The path of a key; a key that climbs out of its folder is not found. */
  #pathOf(key: string): string {
    const folder = key.startsWith(PRIVATE) ? this.#privateDir : this.#publicDir;
    const path = resolve(folder, key);
    if (!path.startsWith(folder + sep))
      throw new MedusaError(MedusaError.Types.NOT_FOUND, "File not found");
    return path;
  }
}

function privateKey(filename: string): string {
  const name = basename(filename, extname(filename))
    .replaceAll(/[^\w-]+/g, "_")
    .slice(0, 60);
  const extension = extname(filename)
    .replaceAll(/[^\w.]/g, "")
    .slice(0, 12);
  return `${PRIVATE}${randomUUID()}-${name}${extension}`;
}

/** NOTE: Medusa hands content over as base64, text or "binary" text, without saying which. */
function bytesOf(content: string, mimeType: string): Buffer {
  const decoded = Buffer.from(content, "base64");
  if (decoded.toString("base64") === content) return decoded;
  return Buffer.from(content, /^text\/|csv|json|xml/.test(mimeType) ? "utf8" : "latin1");
}
