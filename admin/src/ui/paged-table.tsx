/** A list by pages: waiting, refused, empty or full, and the way to its other pages. */
import type { UseQueryResult } from "@tanstack/react-query";
import { Segmented } from "antd";
import type { ReactNode } from "react";

import { useAddressState } from "../lib/address-state";

import { DataTable } from "./data-table";
import type { DataTableProps } from "./data-table";
import { Loaded } from "./loaded";
import { Pages } from "./pages";

/** How many rows a page has. */
export const PAGE_SIZE = 20;

/** What a list asks for: the page that the address names. */
export function usePage(size = PAGE_SIZE): { limit: number; offset: number } {
  const { page } = useAddressState();
  return { limit: size, offset: (page - 1) * size };
}

interface PagedTableProps<Data extends { count: number }, Row> extends Omit<
  DataTableProps<Row>,
  "rows"
> {
  query: UseQueryResult<Data>;
  rowsOf: (data: Data) => readonly Row[];
  empty: ReactNode;
}

/** The list. */
export function PagedTable<Data extends { count: number }, Row>(props: PagedTableProps<Data, Row>) {
  const { query, rowsOf, empty, ...table } = props;
  return (
    <Loaded query={query} isEmpty={({ count }) => count === 0} empty={empty}>
      {(data) => (
        <>
          <DataTable {...table} rows={rowsOf(data)} />
          <Pages size={PAGE_SIZE} count={data.count} />
        </>
      )}
    </Loaded>
  );
}

interface ChoiceFilterProps {
  /** Its name in the address. */
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
}

/** One of a few; kept in the address, and begins at the first page. */
export function ChoiceFilter({ name, label, value, options }: ChoiceFilterProps) {
  const { change } = useAddressState();
  return (
    <div className="filters">
      <Segmented
        aria-label={label}
        value={value}
        options={[...options]}
        onChange={(next) => {
          change({ [name]: next });
        }}
      />
    </div>
  );
}
