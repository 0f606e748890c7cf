/** Chinese into Latin letters, for handles and for buyers who type pinyin. */
import { customPinyin, pinyin } from "pinyin-pro";

// NOTE: place names read unlike the same characters elsewhere; the general dictionary gets these wrong.
customPinyin({
  蔚县: "yù xiàn",
  单县: "shàn xiàn",
  洪洞: "hóng tóng",
  六安: "lù ān",
  歙县: "shè xiàn",
  黟县: "yī xiàn",
  浚县: "xùn xiàn",
  莘县: "shēn xiàn",
  乐亭: "lào tíng",
  盱眙: "xū yí",
  尉犁: "yù lí",
  番禺: "pān yú",
  台州: "tāi zhōu",
  大塘埠: "dà táng bù",
  黄埔: "huáng pǔ",
  长汀: "cháng tīng",
});

/**
 * The syllables of a text, lower case, without tones; runs of Latin letters and digits stay whole.
 *
 * @param text any text
 * @returns only `a-z0-9`, never an empty string among them
 */
export function syllablesOf(text: string): string[] {
  return pinyin(text.toLowerCase(), {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
  })
    .flatMap((part) => part.split(/[^a-z0-9]+/))
    .filter((part) => part.length > 0);
}

const LONGEST = 90;

/**
 * The base of a product's handle: pinyin joined by dashes.
 *
 * @param title the product's title, any script
 * @returns 1 to 90 characters of `a-z0-9-`; "good" when the title has nothing to spell
 */
export function handleOf(title: string): string {
  const whole = syllablesOf(title).join("-").slice(0, LONGEST).replace(/-+$/, "");
  return whole || "good";
}

/**
 * Gives every base a handle that nobody has, by counting up from 2.
 *
 * @param bases wanted handles, in order
 * @param taken handles in use
 * @returns one handle for each base, all different and none taken
 */
export function freeHandles(bases: readonly string[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  return bases.map((base) => {
    let handle = base;
    for (let n = 2; used.has(handle); n += 1) handle = `${base}-${n}`;
    used.add(handle);
    return handle;
  });
}
