/** Ids of lines that an order change has added to one of Medusa's lines. Pure. */

/**
 * The line of Medusa that a frozen line belongs to: more units of it, frozen at an order change, are a
 * frozen line of their own with the order's version behind the id.
 *
 * @param order_line_id id of a frozen line; null for shipping and tax
 */
export function lineOf(order_line_id: string | null): string {
  return order_line_id?.replace(/-v\d+$/, "") ?? "";
}

/** The id of what an order change adds to one of Medusa's lines. */
export function addedLineId(order_line_id: string, version: number): string {
  return `${order_line_id}-v${version.toString()}`;
}
