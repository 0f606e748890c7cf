/** What the whole list of an area's households says: their types and who has had no credit for long. */
import type { Reply } from "@yigou/backend/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { call } from "../../lib/api";
import { daysBefore, today } from "../../lib/days";

/** A household of the list. */
export type HouseholdRow = Reply<"GET /official/households">["households"][number];

/** After so many days without a credit a household needs a look. */
export const QUIET_DAYS = 90;

const PAGE = 100;
/** NOTE: A county with more households than this is judged by township; the figure then says so. */
const MOST_PAGES = 5;

/** What is known of an area. */
export interface Area {
  ready: boolean;
  count: number;
  /** Fewer households were read than there are. */
  partial: boolean;
  quiet: readonly HouseholdRow[];
  types: readonly { value: string; label: string }[];
}

/** Reads the area's households, page by page. */
export function useAreaHouseholds(division_code: string | undefined): Area {
  const { data } = useQuery({
    queryKey: ["area-households", division_code],
    queryFn: ({ signal }) => readAll(division_code, signal),
    staleTime: 60_000,
  });
  return useMemo(() => areaOf(data, daysBefore(today(), QUIET_DAYS)), [data]);
}

interface ReadHouseholds {
  households: HouseholdRow[];
  count: number;
}

async function readAll(division_code: string | undefined, signal: AbortSignal) {
  const all: ReadHouseholds = { households: [], count: 0 };
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { division_code, limit: PAGE, offset: page * PAGE };
    const reply = await call("GET /official/households", { query }, signal);
    all.count = reply.count;
    all.households.push(...reply.households);
    if (all.households.length >= reply.count || reply.households.length === 0) break;
  }
  return all;
}

/** Whose last credit lies before the given day, longest first; never credited comes first of all. */
function areaOf(data: ReadHouseholds | undefined, since: string): Area {
  const households = data?.households ?? [];
  const quiet = households
    .filter((one) => one.last_credit_on === null || one.last_credit_on < since)
    .sort((a, b) => (a.last_credit_on ?? "").localeCompare(b.last_credit_on ?? ""));
  const types = new Map(households.map((one) => [one.type, one.type_label]));
  return {
    ready: data !== undefined,
    count: data?.count ?? 0,
    partial: households.length < (data?.count ?? 0),
    quiet,
    types: [...types].map(([value, label]) => ({ value, label })),
  };
}
