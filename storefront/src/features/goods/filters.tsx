import type { Reply } from "@yigou/backend/contract";
import { goodSorts } from "@yigou/backend/contract/words";
import { Form, Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import { categoryName } from "../../lib/category";
import { hrefOf, setFilters, type GoodsFilters } from "../../lib/goods-query";
import { Button, buttonClass } from "../../ui/button";
import { FilterIcon } from "../../ui/icons";

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
      {facets.township.length > 0 ? (
        <Choice
          name="township"
          label={t("goods.township")}
          value={filters.township}
          options={facets.township}
        />
      ) : null}
      <Choice
        name="cooperative"
        label={t("goods.cooperative")}
        value={filters.cooperative}
        options={facets.cooperative}
      />
      <label className="grid gap-1 text-sm font-medium">
        {t("goods.household")}
        <input
          name="household"
          defaultValue={filters.household}
          maxLength={40}
          placeholder={t("goods.household_hint")}
          className="control font-normal"
        />
      </label>
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
      <div className="flex flex-wrap gap-2">
        <Button kind="ink" className="flex-1 whitespace-nowrap">
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
