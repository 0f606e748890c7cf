/**
 * The words of the shop. zh.ts is the source; en.ts must have the same keys or it does not compile.
 * The server knows both languages; a browser learns only the one it shows.
 */
import { createInstance, type TFunction } from "i18next";

import type { zh } from "./zh";

export const langs = ["zh", "en"] as const;
export type Lang = (typeof langs)[number];

/** English has a singular where Chinese has none. */
type Singular<T> = {
  [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};
type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> } & Singular<T>;

/** What another language must say. */
export type Messages = Words<typeof zh>;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof zh };
  }
}

const spoken = new Map<Lang, TFunction>();

/** Learns a language; call once for each before anything is rendered. */
export function learn(lang: Lang, messages: object): void {
  const instance = createInstance();
  void instance.init({
    lng: lang,
    initAsync: false,
    resources: { [lang]: { translation: messages } },
    interpolation: { escapeValue: false },
  });
  spoken.set(lang, instance.t);
}

/** The sentences of a language that has been learnt. */
export function speak(lang: Lang): TFunction {
  const t = spoken.get(lang);
  if (!t) throw new Error(`language not learnt: ${lang}`);
  return t;
}

/** Reads a language from outside; Chinese when it is none of ours. */
export function parseLang(value: unknown): Lang {
  return langs.find((lang) => lang === value) ?? "zh";
}
