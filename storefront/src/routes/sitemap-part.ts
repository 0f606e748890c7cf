import { data } from "react-router";

import type { Route } from "./+types/sitemap-part";
import { call } from "../lib/api.server";
import { need, publicOrigin } from "../lib/page.server";
import { addressOf, mapOf, xml } from "../lib/sitemap.server";

/** One part of the site map: all pages that are not goods, or some of the goods. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const origin = publicOrigin(request);
  const part = /^goods-(\d{1,4})\.xml$/.exec(params.file)?.[1];
  if (part) {
    const query = { part: Number(part) };
    const { goods } = await need(request, call("GET /store/sitemap", { query }));
    return xml(
      mapOf(
        "urlset",
        goods.map(({ handle, changed_on }) => addressOf(origin, `/goods/${handle}`, changed_on)),
      ),
    );
  }
  if (params.file !== "pages.xml") throw data(null, { status: 404 });
  const all = await need(request, call("GET /store/stories"));
  const kinds = ["villages", "households", "cooperatives", "enterprises"] as const;
  const paths = [
    "/",
    "/goods",
    "/stories",
    "/totals",
    "/ledger",
    ...kinds.flatMap((kind) => all[kind].map(({ handle }) => `/${kind}/${handle}`)),
  ];
  return xml(
    mapOf(
      "urlset",
      paths.map((path) => addressOf(origin, path)),
    ),
  );
}
