/** The way from the own division down to the summary that is shown. */
import { useSearchParams } from "react-router";

import { pathTo, scopeOf } from "../../lib/divisions";
import type { Division } from "../../lib/divisions";
import type { Crumb } from "../../ui/page-head";

/** One crumb for each division above; the other filters are kept. */
export function useWay(tree: readonly Division[]): Crumb[] {
  const [params] = useSearchParams();
  const top = tree[0];
  const chosen = params.get("division_code") ?? (top ? scopeOf(top) : "");
  const way = pathTo(tree, chosen);
  return way.map((division, index) => {
    if (index === way.length - 1) return { label: division.name };
    const up = new URLSearchParams(params);
    up.set("division_code", scopeOf(division));
    up.set("group_by", "division");
    return { label: division.name, to: `/official/income?${up.toString()}` };
  });
}
