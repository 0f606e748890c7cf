/** Where a click on the picture, the table or the chart leads: to the postings behind the figure. */
import type { Flow } from "@yigou/backend/contract";

/** The month and the place that are shown. */
export interface Shown {
  month: string;
  division_code: string | undefined;
}

function postings(shown: Shown, rest: Record<string, string | null>): string {
  const params = new URLSearchParams({ month: shown.month });
  if (shown.division_code !== undefined) params.set("division_code", shown.division_code);
  for (const [name, value] of Object.entries(rest)) if (value !== null) params.set(name, value);
  return `/official/flow/postings?${params.toString()}`;
}

/** The postings of a band. */
export function toBand(shown: Shown, { source, target }: Pick<Flow, "source" | "target">): string {
  return postings(shown, { source, target });
}

/** The postings of an account in the month. */
export function toAccount(shown: Shown, account: string, state: string | null): string {
  return postings(shown, { account, state });
}
