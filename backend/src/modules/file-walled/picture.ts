/** Pictures as they may be published: decoded and written anew, so that no camera data survives. */
import sharp from "sharp";

import { refuse } from "../../refuse";

/** A picture that may be published. */
export interface CleanPicture {
  content: Buffer;
  /** File extension with its dot. */
  extension: string;
}

const LIMIT_PIXELS = 50_000_000;
const LONGEST_SIDE = 2400;
const PICTURES = new Set(["jpeg", "png", "webp", "gif"]);

/**
 * Decodes a picture and writes it anew without EXIF, GPS position, colour profile and comments.
 *
 * @param content bytes that claim to be a picture
 * @throws refusal `upload_not_image` for anything that is not a JPEG, PNG, WebP or GIF picture
 */
export async function cleanPicture(content: Buffer): Promise<CleanPicture> {
  if (content.length === 0) throw refuse("upload_not_image");
  const image = sharp(content, { limitInputPixels: LIMIT_PIXELS, failOn: "error" });
  const format = await image.metadata().then(
    (metadata) => metadata.format,
    () => undefined,
  );
  if (!format || !PICTURES.has(format)) throw refuse("upload_not_image");
  // The orientation is kept in EXIF, so it is carried out before EXIF is dropped.
  const upright = image.rotate().resize({
    width: LONGEST_SIDE,
    height: LONGEST_SIDE,
    fit: "inside",
    withoutEnlargement: true,
  });
  try {
    if (format === "jpeg")
      return { content: await upright.jpeg({ quality: 85 }).toBuffer(), extension: ".jpg" };
    if (format === "png") return { content: await upright.png().toBuffer(), extension: ".png" };
    return { content: await upright.webp({ quality: 85 }).toBuffer(), extension: ".webp" };
  } catch {
    throw refuse("upload_not_image");
  }
}
