/** The filters of the list of goods as they stand in the address. */

/** How the list may be narrowed, as text from the address; prices in whole yuan. */
export interface GoodsFilters {
  q: string;
  category: string;
  county: string;
  township: string;
  household: string;
  cooperative: string;
  /** Kind of a certificate. */
  certificate: string;
  /** "1" for goods that are favoured by rule. */
  favoured: string;
  min: string;
  max: string;
  sort: string;
  page: number;
}

const names = [
  "q",
  "category",
  "county",
  "township",
  "household",
  "cooperative",
  "certificate",
  "favoured",
  "min",
  "max",
] as const;
/** A filter that can be taken off. */
export type FilterName = (typeof names)[number];

/** Reads the filters of an address. */
export function readFilters(query: URLSearchParams): GoodsFilters {
  const text = (name: string) => query.get(name)?.trim() ?? "";
  const page = Number(text("page"));
  const place = placeOf(text("county"), text("township"));
  return {
    q: text("q").slice(0, 60),
    category: text("category"),
    ...place,
    household: text("household"),
    cooperative: text("cooperative"),
    certificate: text("certificate"),
    favoured: text("favoured") === "1" ? "1" : "",
    min: text("min"),
    max: text("max"),
    sort: text("sort"),
    page: Number.isInteger(page) && page > 1 && page < 1000 ? page : 1,
  };
}

/** A township brings its county along; another county chosen after it leaves it behind. */
function placeOf(county: string, township: string): { county: string; township: string } {
  if (county === "") return { county: township.slice(0, 6), township };
  return { county, township: township.startsWith(county) ? township : "" };
}

/** The address of a list with some filters changed; the page starts again at 1 unless it is given. */
export function hrefOf(filters: GoodsFilters, change: Partial<GoodsFilters> = {}): string {
  const apart = change.county === "" ? { township: "" } : {};
  const { page, ...rest } = { ...filters, page: 1, ...change, ...apart };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value !== "") query.set(name, value);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/goods?${query.toString()}` : "/goods";
}

/** The filters that are set, without the order and the page. */
export function setFilters(filters: GoodsFilters): { name: FilterName; value: string }[] {
  return names.map((name) => ({ name, value: filters[name] })).filter(({ value }) => value !== "");
}
