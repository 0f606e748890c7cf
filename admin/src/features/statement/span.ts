/** The span of a statement and the page of its entries, as the address has them. */
import { useAddressState } from "../../lib/address-state";
import { isMonth, thisMonth } from "../../lib/months";

const PAGE = 100;

/** A span of accounting months, both included, and a page. */
export interface Span {
  from: string;
  to: string;
  page: number;
  size: number;
}

/** The span of the address: from the year's beginning to the present month when it has none. */
export function useSpan(): Span {
  const { get, page } = useAddressState();
  const [askedFrom, askedTo] = [get("from"), get("to")];
  const to = isMonth(askedTo) ? askedTo : thisMonth();
  const from = isMonth(askedFrom) && askedFrom <= to ? askedFrom : `${to.slice(0, 4)}-01`;
  return { from, to, page, size: PAGE };
}

/** What a page of a statement is asked for with. */
export function queryOf({ from, to, page, size }: Span) {
  return { from, to, limit: size, offset: (page - 1) * size };
}
