/** The code on the box: a slip of the pen is found, and the sign that is printed reads as the address. */
import jsQR from "jsqr";

import { isLotCode, newLotCode } from "../../../backend/src/modules/trace/code";
import { qrModules } from "../../../backend/src/papers/qr";

const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

describe("a lot's code", () => {
  it("is one that we print, and never twice the same", () => {
    const codes = Array.from({ length: 500 }, newLotCode);
    expect(codes.every(isLotCode)).toBe(true);
    expect(new Set(codes).size).toBe(500);
  });

  it("is refused with any one sign changed", () => {
    const code = newLotCode();
    for (let at = 0; at < code.length; at += 1) {
      for (const sign of SIGNS) {
        if (sign === code.charAt(at)) continue;
        expect(isLotCode(code.slice(0, at) + sign + code.slice(at + 1))).toBe(false);
      }
    }
  });

  it("is refused with two neighbours that changed places", () => {
    for (let round = 0; round < 200; round += 1) {
      const code = newLotCode();
      for (let at = 0; at + 1 < code.length; at += 1) {
        const [a, b] = [code.charAt(at), code.charAt(at + 1)];
        if (a === b) continue;
        const swapped = code.slice(0, at) + b + a + code.slice(at + 2);
        expect(isLotCode(swapped), `${code} ${swapped}`).toBe(false);
      }
    }
  });

  it.each(["", "ABC", "OOOOOOOOOOOO", "222222222222222", "２２２２２２２２２２２２"])(
    "is not %j",
    (text) => {
      expect(isLotCode(text)).toBe(false);
    },
  );
});

/** Paints the sign as a camera would see it. */
function seen(text: string, scale = 6): { data: Uint8ClampedArray; side: number } {
  const modules = qrModules(text);
  const side = (modules.length + 8) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const dark = modules[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4] === true;
      if (dark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { data, side };
}

describe("the QR sign", () => {
  it("reads as the address that it was made of", () => {
    const address = `https://shop.example/lots/${newLotCode()}`;
    const { data, side } = seen(address);
    expect(jsQR(data, side, side)?.data).toBe(address);
  });

  it("still reads with a torn corner of the data", () => {
    const address = `https://shop.example/lots/${newLotCode()}`;
    const { data, side } = seen(address);
    const torn = Math.floor(side * 0.1);
    for (let y = side - torn - 24; y < side - 24; y += 1) {
      data.fill(255, (y * side + side - torn - 24) * 4, (y * side + side - 24) * 4);
    }
    expect(jsQR(data, side, side)?.data).toBe(address);
  });
});
