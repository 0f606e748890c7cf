/** A picture to upload. */

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The smallest picture there is, as the bytes of a PNG file. */
export const pixel = Buffer.from(PIXEL, "base64");

/** A multipart body with one picture. */
export function pictureForm(bytes: Buffer = pixel): FormData {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)], { type: "image/png" }), "a.png");
  return form;
}
