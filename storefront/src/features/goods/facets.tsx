import type { Reply } from "@yigou/backend/contract";

import { useWords } from "../../i18n/use-words";
import { categoryName } from "../../lib/category";
import { hrefOf, type GoodsFilters } from "../../lib/goods-query";
import { FacetLinks, type FacetLink } from "./facet-links";

type Facets = Reply<"GET /store/goods">["facets"];
type Value = Facets["category"][number];

/** Every facet of a list, each as links that narrow it or open it again. */
export function FacetList({ filters, facets }: { filters: GoodsFilters; facets: Facets }) {
  const t = useWords();
  const linksOf = (
    name: "category" | "county" | "township" | "cooperative" | "certificate",
    values: readonly Value[],
  ): FacetLink[] =>
    values.map((value) => {
      const chosen = filters[name] === value.key;
      return { ...value, chosen, to: hrefOf(filters, { [name]: chosen ? "" : value.key }) };
    });
  const categories = facets.category.map((value) => ({
    ...value,
    label: categoryName(t, value.key, value.label),
  }));
  return (
    <div className="grid gap-5">
      <FacetLinks title={t("goods.category")} links={linksOf("category", categories)} />
      <FacetLinks title={t("goods.county")} links={linksOf("county", facets.county)} />
      <FacetLinks title={t("goods.township")} links={linksOf("township", facets.township)} />
      <FacetLinks title={t("goods.price")} links={usePriceLinks(filters, facets.price)} />
      <FacetLinks title={t("goods.helping")} links={useFavouredLink(filters, facets.favoured)} />
      <FacetLinks
        title={t("goods.certificate")}
        links={linksOf("certificate", facets.certificate)}
      />
      <FacetLinks
        title={t("goods.cooperative")}
        links={linksOf("cooperative", facets.cooperative)}
      />
    </div>
  );
}

/** Fen as a price in an address: whole yuan, or with its fen. */
function yuanOf(fen: number | null): string {
  if (fen === null) return "";
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

function usePriceLinks(filters: GoodsFilters, ranges: Facets["price"]): FacetLink[] {
  const t = useWords();
  return ranges
    .map(({ from_fen, to_fen, count }) => {
      const [min, max] = [yuanOf(from_fen), yuanOf(to_fen)];
      // The last price below an edge is shown as the edge: nobody thinks in 49.99.
      const until = to_fen === null ? "" : String(Math.ceil(to_fen / 100));
      const chosen = filters.min === min && filters.max === max && min + max !== "";
      const label =
        min === ""
          ? t("goods.price_below", { until })
          : until === ""
            ? t("goods.price_from", { from: min })
            : t("goods.price_between", { from: min, until });
      return {
        key: min || "0",
        label,
        count,
        chosen,
        to: hrefOf(filters, chosen ? { min: "", max: "" } : { min, max }),
      };
    })
    .filter(({ count, chosen }) => count > 0 || chosen);
}

function useFavouredLink(filters: GoodsFilters, count: number): FacetLink[] {
  const t = useWords();
  const chosen = filters.favoured === "1";
  if (count === 0 && !chosen) return [];
  const to = hrefOf(filters, { favoured: chosen ? "" : "1" });
  return [{ key: "favoured", label: t("goods.favoured"), count, chosen, to }];
}
