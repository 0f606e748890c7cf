/** Pictures lose everything that a camera wrote into them; what is no picture is refused. */
import sharp from "sharp";

import { cleanPicture } from "../../../backend/src/modules/file-walled/picture";
import {
  ADDRESS_LIFE_S,
  signedAddress,
  verifiedKey,
} from "../../../backend/src/modules/file-walled/signed-address";

const orange = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#e8743b" } });

describe("a picture", () => {
  it("loses its position, its owner and its comments", async () => {
    const taken = await orange()
      .jpeg()
      .withExif({
        IFD0: { Copyright: "Zhang of Xinfeng" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "25/1 23/1 0/1" },
      })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { content, extension } = await cleanPicture(taken);
    const { exif, xmp, icc, width } = await sharp(content).metadata();
    expect([exif, xmp, icc, width, extension]).toEqual([
      undefined,
      undefined,
      undefined,
      40,
      ".jpg",
    ]);
    expect(content.includes("Xinfeng")).toBe(false);
  });

  it("taken with the camera on its side stands upright", async () => {
    const taken = await orange().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { width, height } = await sharp((await cleanPicture(taken)).content).metadata();
    expect([width, height]).toEqual([20, 40]);
  });

  it("keeps its kind: PNG stays PNG, WebP stays WebP", async () => {
    expect((await cleanPicture(await orange().png().toBuffer())).extension).toBe(".png");
    expect((await cleanPicture(await orange().webp().toBuffer())).extension).toBe(".webp");
  });

  it.each([
    [
      "an SVG with a script",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["nothing", ""],
    ["the head of a JPEG and no more", "\u00ff\u00d8\u00ff\u00e0"],
  ])("is not %s", async (_what, text) => {
    await expect(cleanPicture(Buffer.from(text, "latin1"))).rejects.toMatchObject({
      code: "upload_not_image",
    });
  });
});

describe("the address of a private file", () => {
  const now_s = 1_795_000_000;
  const parts = (address: string) => {
    const url = new URL(address, "http://localhost");
    const key = url.pathname.split("/").at(-1) ?? "";
    return {
      key,
      until_s: Number(url.searchParams.get("until")),
      signature: url.searchParams.get("signature") ?? "",
    };
  };

  it("opens its file for ten minutes, and no other", () => {
    const address = parts(signedAddress("private-orders.csv", "secret", now_s));
    const opened = (given: typeof address, at_s = now_s, secret = "secret") =>
      verifiedKey(given, { secret, now_s: at_s });
    expect(opened(address)).toBe("private-orders.csv");
    expect(opened(address, now_s + ADDRESS_LIFE_S + 1)).toBeNull();
    expect(opened(address, now_s, "another")).toBeNull();
    expect(opened({ ...address, until_s: address.until_s + 60 })).toBeNull();
    expect(
      opened({ ...address, key: Buffer.from("private-other.csv").toString("base64url") }),
    ).toBeNull();
  });
});
