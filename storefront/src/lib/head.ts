/** What search engines and messengers are told of a page. */
import type { MetaDescriptor } from "react-router";

import { langOf } from "./meta";

type Matches = Parameters<typeof langOf>[0];

/** The shop's address as the root loader knows it; empty while it is unknown. */
export function originOf(matches: Matches): string {
  const root = matches.find((match) => match?.id === "root")?.loaderData;
  if (typeof root !== "object" || root === null || !("origin" in root)) return "";
  return typeof root.origin === "string" ? root.origin : "";
}

/** The way to a page, home first, as data. */
export function breadcrumbs(
  matches: Matches,
  way: readonly (readonly [name: string, path: string])[],
): MetaDescriptor {
  const origin = originOf(matches);
  return {
    "script:ld+json": {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: way.map(([name, path], at) => ({
        "@type": "ListItem",
        position: at + 1,
        name,
        item: origin + path,
      })),
    },
  };
}

/** A picture for messengers; none when the page has none. */
export function pictureMeta(matches: Matches, picture: string | null | undefined) {
  if (!picture) return [];
  return [
    { property: "og:image", content: new URL(picture, originOf(matches) || "http://x").href },
  ];
}
