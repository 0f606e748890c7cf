import type { Route } from "./+types/sitemap";
import { call } from "../lib/api.server";
import { need, publicOrigin } from "../lib/page.server";
import { mapOf, xml } from "../lib/sitemap.server";

/** The parts of the site map. */
export async function loader({ request }: Route.LoaderArgs) {
  const { parts } = await need(request, call("GET /store/sitemap"));
  const origin = publicOrigin(request);
  const files = [
    "pages",
    ...Array.from({ length: parts }, (_, at) => `goods-${(at + 1).toString()}`),
  ];
  return xml(
    mapOf(
      "sitemapindex",
      files.map((file) => `<sitemap><loc>${origin}/sitemaps/${file}.xml</loc></sitemap>`),
    ),
  );
}
