/**
 * Sealing of private numbers: AES-256-GCM, the key's id in the text, bound to the row and the field,
 * so that a sealed number copied to another household does not open.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** A key with the id that sealed texts carry. */
export interface DataKey {
  id: string;
  bytes: Buffer;
}

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A key from its text in the environment.
 *
 * @param base64 32 bytes
 * @throws Error when it is of another length
 */
export function dataKeyFrom(base64: string): DataKey {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length !== 32) throw new Error("a data key has 32 bytes");
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}

/**
 * Seals a text.
 *
 * @param plain what to hide
 * @param owner what the sealed text belongs to, such as "hh_1:phone"
 * @returns "v1.key-id.base64url"; another one each time
 */
export function seal(plain: string, owner: string, key: DataKey): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(owner));
  const body = Buffer.concat([
    iv,
    cipher.update(plain, "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return `${VERSION}.${key.id}.${body.toString("base64url")}`;
}

/**
 * Opens a sealed text.
 *
 * @param owner the same as at sealing
 * @throws Error when the key, the owner or the text is not the one of the sealing
 */
export function unseal(sealed: string, owner: string, key: DataKey): string {
  const [version, keyId, text] = sealed.split(".");
  if (version !== VERSION || text === undefined) throw new Error("not a sealed text");
  if (keyId !== key.id) throw new Error(`sealed with the key ${keyId ?? "?"}, not with ${key.id}`);
  const body = Buffer.from(text, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, body.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  return (
    decipher.update(body.subarray(IV_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8")
  );
}
