import type { GoodCard, Reply } from "@yigou/backend/contract";
import { goodSorts } from "@yigou/backend/contract/words";
import { Form, Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import { categoryName } from "../../lib/category";
import { hrefOf, setFilters, type FilterName, type GoodsFilters } from "../../lib/goods-query";
import { Button, buttonClass } from "../../ui/button";
import { CrossIcon, FilterIcon } from "../../ui/icons";

type Facets = Reply<"GET /store/goods">["facets"];

/** The filters as one GET form: it works without JavaScript, and the address says it all. */
export function Filters({
  filters,
  facets,
  open,
}: {
  filters: GoodsFilters;
  facets: Facets;
  /** Whether the form is unfolded on a phone. */
  open: boolean;
}) {
  const t = useWords();
  const count = setFilters(filters).filter(({ name }) => name !== "q").length;
  return (
    <details className="filters box" open={open}>
      <summary className="tap w-full !justify-start gap-2.5 px-4 font-medium">
        <FilterIcon />
        {t("goods.filters_open")}
        {count > 0 ? (
          <span className="ml-auto min-w-6 rounded-full bg-ink text-center text-sm text-paper">
            {count}
          </span>
        ) : null}
      </summary>
      <FilterForm key={hrefOf(filters)} filters={filters} facets={facets} />
    </details>
  );
}

function FilterForm({ filters, facets }: { filters: GoodsFilters; facets: Facets }) {
  const t = useWords();
  const categories = facets.category.map((facet) => ({
    ...facet,
    label: categoryName(t, facet.key, facet.label),
  }));
  return (
    <Form
      action="/goods"
      aria-label={t("goods.filters")}
      className="grid gap-4 border-t border-rule p-4 lg:border-0 lg:p-0"
    >
      {filters.q ? <input type="hidden" name="q" value={filters.q} /> : null}
      {filters.township ? <input type="hidden" name="township" value={filters.township} /> : null}
      {filters.household ? (
        <input type="hidden" name="household" value={filters.household} />
      ) : null}
      <Choice
        name="category"
        label={t("goods.category")}
        value={filters.category}
        options={categories}
      />
      <Choice
        name="county"
        label={t("goods.county")}
        value={filters.county}
        options={facets.county}
      />
      <Choice
        name="cooperative"
        label={t("goods.cooperative")}
        value={filters.cooperative}
        options={facets.cooperative}
      />
      <PriceRange filters={filters} />
      <label className="grid gap-1 text-sm font-medium">
        {t("goods.sort")}
        <select name="sort" defaultValue={filters.sort} className="control font-normal">
          {goodSorts.map((sort) => (
            <option key={sort} value={sort === "relevance" ? "" : sort}>
              {t(`goods.sort_${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="flex gap-2">
        <Button kind="ink" className="flex-1">
          {t("goods.apply")}
        </Button>
        {setFilters(filters).length > 0 ? (
          <Link to="/goods" className={buttonClass("quiet")}>
            {t("goods.clear")}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: Facets["category"];
}) {
  const t = useWords();
  const known = value === "" || options.some((option) => option.key === value);
  return (
    <label className="grid gap-1 text-sm font-medium">
      {label}
      <select name={name} defaultValue={value} className="control font-normal">
        <option value="">{t("goods.any")}</option>
        {known ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label} ({option.count})
          </option>
        ))}
      </select>
    </label>
  );
}

function PriceRange({ filters }: { filters: GoodsFilters }) {
  const t = useWords();
  const box = { type: "number", min: 0, max: 100_000, step: "0.01", inputMode: "decimal" } as const;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t("goods.price")}</legend>
      <div className="flex items-center gap-2">
        <input
          {...box}
          name="min"
          defaultValue={filters.min}
          aria-label={t("goods.min")}
          placeholder={t("goods.min")}
          className="control"
        />
        <span aria-hidden>–</span>
        <input
          {...box}
          name="max"
          defaultValue={filters.max}
          aria-label={t("goods.max")}
          placeholder={t("goods.max")}
          className="control"
        />
      </div>
    </fieldset>
  );
}

/** The chosen filters as chips; each is a link without itself. */
export function AppliedFilters({
  filters,
  facets,
  goods,
}: {
  filters: GoodsFilters;
  facets: Facets;
  goods: readonly GoodCard[];
}) {
  const t = useWords();
  const applied = setFilters(filters);
  if (applied.length === 0) return null;
  const labelOf = (name: FilterName, value: string): string => {
    if (name === "category") return categoryName(t, value, value);
    if (name === "county" || name === "cooperative") {
      return facets[name].find((facet) => facet.key === value)?.label ?? value;
    }
    if (name === "township") return goods[0]?.township_name ?? t("goods.township");
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
