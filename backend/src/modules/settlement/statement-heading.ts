/** Finds the heading of a bank's statement among the lines above it. Pure. */
import { refuse } from "../../refuse";
import { bankLayouts, columns, type BankLayout, type Column } from "./bank-layouts";

/** Banks put some lines about the account above the heading. */
const HEADING_WITHIN = 30;

/** Where each column stands. */
export type Places = Partial<Record<Column, number>>;

/** A heading that was found. */
export interface Heading {
  layout: BankLayout;
  places: Places;
  at: number;
}

/**
 * The heading is the row in which a layout finds most of its columns.
 *
 * @param wanted key of the only layout to try
 * @throws refusal `statement_layout_unknown`
 */
export function findHeading(sheet: readonly string[][], wanted?: string): Heading {
  const layouts = bankLayouts.filter((one) => wanted === undefined || one.key === wanted);
  const found = layouts.flatMap((layout) =>
    sheet
      .slice(0, HEADING_WITHIN)
      .map((cells, at) => ({ layout, at, places: placesOf(layout, cells) })),
  );
  const best = found
    .filter(({ places }) => isEnough(places))
    .reduce<Heading | null>((one, next) => (!one || sizeOf(next) > sizeOf(one) ? next : one), null);
  if (!best) throw refuse("statement_layout_unknown", { field: "layout" });
  return best;
}

const sizeOf = ({ places }: Heading): number => Object.keys(places).length;

function isEnough(places: Places): boolean {
  const hasMoney = places.out !== undefined || places.amount !== undefined;
  return places.day !== undefined && hasMoney;
}

function placesOf(layout: BankLayout, cells: readonly string[]): Places {
  const heads = cells.map(plain);
  const places: Places = {};
  for (const column of columns) {
    for (const word of layout.headings[column] ?? []) {
      const exact = heads.indexOf(plain(word));
      const at =
        exact >= 0 || layout.key !== "general"
          ? exact
          : heads.findIndex((head) => head.includes(plain(word)));
      if (at >= 0 && !Object.values(places).includes(at)) {
        places[column] = at;
        break;
      }
    }
  }
  return places;
}

/** A heading without the signs that banks vary. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s:：]|\(元\)|\/元/g, "")
    .toLowerCase();
