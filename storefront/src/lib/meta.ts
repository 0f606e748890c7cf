/** Titles and descriptions in the language of the page. */
import type { MetaDescriptor } from "react-router";

import { parseLang, speak, type Lang, type Words } from "../i18n";

interface Match {
  id: string;
  loaderData?: unknown;
}

/** The language that the root loader found. */
export function langOf(matches: readonly (Match | undefined)[]): Lang {
  const root = matches.find((match) => match?.id === "root")?.loaderData;
  if (typeof root !== "object" || root === null || !("look" in root)) return "zh";
  const { look } = root;
  return typeof look === "object" && look !== null && "lang" in look ? parseLang(look.lang) : "zh";
}

/** The descriptors of a page: its title with the shop's name, its description. */
export function pageMeta(
  matches: readonly (Match | undefined)[],
  words: (t: Words) => { title: string; description?: string },
): MetaDescriptor[] {
  const t = speak(langOf(matches));
  const { title, description } = words(t);
  const name = t("site.name");
  const full = title.startsWith(name) ? title : `${title} · ${name}`;
  return [
    { title: full },
    { name: "description", content: description ?? t("site.description") },
    { property: "og:title", content: full },
    { property: "og:description", content: description ?? t("site.description") },
  ];
}

/**
 * The data of a page's loader, or undefined.
 * NOTE: the framework's types promise it, but the page of a loader that refused has none.
 */
export function dataOf<T>(loaderData: T): T | undefined {
  return loaderData;
}
