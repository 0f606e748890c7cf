/** Rows of a table that are cards on a phone, where a row is wider than the screen. */

/** On `Table.Row`; the table's header is `max-md:hidden`. */
export const CARD = "align-top max-md:!flex max-md:!h-auto max-md:flex-col max-md:py-2";
/** On each `Table.Cell`. */
export const CELL = "py-3 max-md:!h-auto max-md:!w-full max-md:!min-w-0 max-md:!px-6 max-md:!py-1";
