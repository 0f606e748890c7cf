import type { Reply } from "@yigou/backend/contract";
import { Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import { categoryName } from "../../lib/category";
import { hrefOf, setFilters, type FilterName, type GoodsFilters } from "../../lib/goods-query";
import { CrossIcon } from "../../ui/icons";

type Facets = Reply<"GET /store/goods">["facets"];

/** The chosen filters as chips; each is a link without itself. */
export function AppliedFilters({ filters, facets }: { filters: GoodsFilters; facets: Facets }) {
  const t = useWords();
  const applied = setFilters(filters);
  if (applied.length === 0) return null;
  const labelOf = (name: FilterName, value: string): string => {
    if (name === "category") return categoryName(t, value, value);
    if (name === "favoured") return t("goods.favoured");
    if (name === "county" || name === "township" || name === "cooperative") {
      return facets[name].find((facet) => facet.key === value)?.label ?? value;
    }
    if (name === "min") return `≥ ${value}`;
    return name === "max" ? `≤ ${value}` : value;
  };
  return (
    <ul aria-label={t("goods.applied")} className="mb-4 flex flex-wrap gap-2">
      {applied.map(({ name, value }) => (
        <li key={name}>
          <Link
            to={hrefOf(filters, { [name]: "" })}
            aria-label={t("goods.remove", { what: labelOf(name, value) })}
            className="tap gap-2 rounded-full bg-ink px-4 text-sm text-paper"
          >
            {labelOf(name, value)}
            <CrossIcon />
          </Link>
        </li>
      ))}
    </ul>
  );
}
