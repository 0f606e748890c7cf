import type { Reply } from "@yigou/backend/contract";
import { Form, Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import { hrefOf, setFilters, type FilterName, type GoodsFilters } from "../../lib/goods-query";
import { Button, buttonClass } from "../../ui/button";
import { FilterIcon } from "../../ui/icons";
import { FacetList } from "./facets";

type Facets = Reply<"GET /store/goods">["facets"];

/** The filters: facets as links, and one GET form for what is typed. Both work without JavaScript. */
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
      <div className="grid gap-5 border-t border-rule p-4 lg:border-0 lg:p-0">
        <FacetList filters={filters} facets={facets} />
        <FilterForm key={hrefOf(filters)} filters={filters} />
      </div>
    </details>
  );
}

/** What the form does not ask stays as it was chosen. */
const KEPT: readonly (FilterName | "sort")[] = [
  "q",
  "category",
  "county",
  "township",
  "cooperative",
  "certificate",
  "favoured",
  "sort",
];

function FilterForm({ filters }: { filters: GoodsFilters }) {
  const t = useWords();
  return (
    <Form action="/goods" aria-label={t("goods.filters")} className="grid gap-4">
      {KEPT.map((name) =>
        filters[name] ? <input key={name} type="hidden" name={name} value={filters[name]} /> : null,
      )}
      <PriceRange filters={filters} />
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
