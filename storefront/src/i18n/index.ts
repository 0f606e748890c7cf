/**
 * The words of the shop. zh.ts is the source; en.ts must have the same keys or it does not compile.
 * The server knows both languages; a browser learns only the one it shows.
 */
import type { zh } from "./zh";

export const langs = ["zh", "en"] as const;
export type Lang = (typeof langs)[number];

/** English has a singular where Chinese has none. */
type Singular<T> = {
  [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};
type Said<T> = { [K in keyof T]: T[K] extends string ? string : Said<T[K]> } & Singular<T>;

/** What another language must say. */
export type Messages = Said<typeof zh>;

/** Every path of a word: `nav.home`. A counted word is asked for without its `_one` or `_other`. */
type Paths<T, Above extends string = ""> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Above}${K extends `${infer Stem}_other` ? Stem : K}`
    : Paths<T[K], `${Above}${K}.`>;
}[keyof T & string];

/**
 * The sentences of one language: a path, and the values of the `{{names}}` in its sentence.
 * `count` also chooses between `_one` and `_other`.
 * NOTE: a hundred times smaller than a library for it: a reader on a slow line pays for every byte.
 */
export type Words = (
  path: Paths<typeof zh>,
  values?: Readonly<Record<string, string | number>>,
) => string;

const spoken = new Map<Lang, Words>();

/** Learns a language; call once for each before anything is rendered. */
export function learn(lang: Lang, messages: object): void {
  const sentences = new Map(flatten(messages, ""));
  const plural = new Intl.PluralRules(lang);
  spoken.set(lang, (path, values = {}) => {
    const { count } = values;
    const form =
      typeof count === "number" ? sentences.get(`${path}_${plural.select(count)}`) : null;
    const sentence = form ?? sentences.get(`${path}_other`) ?? sentences.get(path) ?? path;
    return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
  });
}

function flatten(messages: object, above: string): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === "string") return [[above + key, value]];
    return typeof value === "object" && value ? flatten(value, `${above}${key}.`) : [];
  });
}

/** The sentences of a language that has been learnt. */
export function speak(lang: Lang): Words {
  const t = spoken.get(lang);
  if (!t) throw new Error(`language not learnt: ${lang}`);
  return t;
}

/** Reads a language from outside; Chinese when it is none of ours. */
export function parseLang(value: unknown): Lang {
  return langs.find((lang) => lang === value) ?? "zh";
}
