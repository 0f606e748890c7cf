/** Site maps for search engines, each address in both languages. */

/** One address with its other language; handles hold nothing that XML would mind. */
export function addressOf(origin: string, path: string, changed_on?: string): string {
  const here = origin + path;
  const changed = changed_on ? `<lastmod>${changed_on}</lastmod>` : "";
  const other = (lang: string, href: string) =>
    `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`;
  return `<url><loc>${here}</loc>${changed}${other("zh-CN", here)}${other("en", `${here}?lang=en`)}</url>`;
}

/** A whole file. */
export function mapOf(root: "urlset" | "sitemapindex", entries: readonly string[]): string {
  const spaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${spaces}>\n${entries.join("\n")}\n</${root}>\n`;
}

/** The answer. NOTE: a household may withdraw at any time, so nobody keeps a map for long. */
export function xml(body: string): Response {
  return new Response(body, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "no-cache" },
  });
}
