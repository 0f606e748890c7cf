/** Which groups of a published table stay hidden, so that no figure points at somebody. Pure. */

/** Fewer households than this, and the figure would point at someone. */
export const SMALLEST_GROUP = 5;

/**
 * Groups whose figures stay hidden: the small ones, and the next larger ones until what is hidden
 * is itself a group, for otherwise the whole less the visible would tell the small one.
 *
 * @param groups a code and how many households; together they are the whole that is published beside them
 * @source complementary cell suppression
 */
export function hiddenGroups<C>(
  groups: readonly { code: C; households: number }[],
): ReadonlySet<C> {
  const bySize = [...groups].sort((a, b) => a.households - b.households);
  const hidden = new Set<C>();
  let households = 0;
  for (const group of bySize) {
    const small = group.households < SMALLEST_GROUP;
    const exposed = hidden.size > 0 && (households < SMALLEST_GROUP || hidden.size < 2);
    if (!small && !exposed) break;
    hidden.add(group.code);
    households += group.households;
  }
  return hidden;
}
