import type { Route } from "./+types/robots";
import { publicOrigin } from "../lib/page.server";

/**
 * What search engines may read: goods and stories, nothing of a buyer's own. The cart and the checkout are open, for
 * whoever comes without goods gets an empty cart, which says itself that it is not to be listed.
 */
export function loader({ request }: Route.LoaderArgs) {
  const closed = ["/orders/", "/o/", "/account", "/login", "/register"];
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${publicOrigin(request)}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
