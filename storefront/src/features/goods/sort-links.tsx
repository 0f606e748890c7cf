import { goodSorts } from "@yigou/backend/contract/words";
import { Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import { hrefOf, type GoodsFilters } from "../../lib/goods-query";

/** The orders of a list as links beside each other. */
export function SortLinks({ filters }: { filters: GoodsFilters }) {
  const t = useWords();
  return (
    <nav aria-label={t("goods.sort")} className="-mx-1 mb-4 flex flex-wrap gap-1 px-1">
      {goodSorts.map((sort) => {
        const value = sort === "relevance" ? "" : sort;
        return (
          <Link
            key={sort}
            to={hrefOf(filters, { sort: value })}
            aria-current={filters.sort === value || undefined}
            className="tap shrink-0 rounded-full px-3 text-sm whitespace-nowrap text-ink-2 hover:bg-sunk aria-[current=true]:bg-sunk aria-[current=true]:font-semibold aria-[current=true]:text-ink"
          >
            {t(`goods.sort_${sort}`)}
          </Link>
        );
      })}
    </nav>
  );
}
