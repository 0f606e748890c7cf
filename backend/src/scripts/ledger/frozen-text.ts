/** The credits of a line as the database prints them: what its terms make of it, to be held against what stands. */
import { freezeLine } from "../../modules/income/freeze-sale";
import type { FrozenCredit, FrozenLine } from "../../modules/income/types";

/** Divides a line by its frozen terms and writes down its credits, a row each, in the order of their households. */
export function creditsText(line: FrozenLine): string {
  const { credits } = freezeLine(line);
  credits.sort((a, b) => (a.household_id < b.household_id ? -1 : 1));
  return credits.map(creditText).join("\n");
}

function creditText(credit: FrozenCredit): string {
  const { household_id, alias, division_code, linkage, category, weight_g, share_ppm } = credit;
  const { gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen } = credit;
  const who = `${field(household_id)},${field(alias)},${field(division_code)},${field(linkage)}`;
  const fen = `${gross_fen},${service_fen},${packing_fen},${freight_fen},${platform_fen},${net_fen}`;
  return `(${who},${category},${weight_g},${share_ppm},${fen},t)`;
}

const SPECIAL = /[ \t\n\v\f\r"\\(),]/;

/** A field of a row as PostgreSQL prints it. @source postgresql.org/docs/18/rowtypes.html, 8.16.6 */
function field(text: string): string {
  if (text !== "" && !SPECIAL.test(text)) return text;
  return `"${text.replaceAll(/["\\]/g, "$&$&")}"`;
}
