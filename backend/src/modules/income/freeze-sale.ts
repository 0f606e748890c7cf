/** Divides a sale to the last fen: lines, leaves, credits. Pure. */
import { allocate, sharesPpm, splitLine } from "../../contract/split";
import type { Fen } from "../../contract/money";
import type {
  Contributor,
  FrozenCredit,
  FrozenLine,
  FrozenSale,
  Leaf,
  LeafPart,
  LineTerms,
  Sale,
} from "./types";

/** The component of delivery. */
export const SHIPPING = "~shipping";
/** The component of tax. */
export const TAX = "~tax";

/**
 * Freezes the attribution of a sale.
 *
 * @param sale lines with their weight in the total and the terms in force at the sale
 * @returns leaves that add up to `sale.total_fen`; each credit's gross is its deductions plus its net,
 * and the grosses of a line add up to what was paid for the line
 */
export function freezeSale(sale: Sale): FrozenSale {
  const amounts = paidByComponent(sale);
  const lines = sale.lines.map((line) => ({
    ...line,
    paid_fen: amounts.get(line.order_line_id) ?? 0,
  }));
  const frozen = lines.map((line) => freezeLine(line));
  const apart: Leaf[] = [
    leaf(
      `${sale.order_id}:shipping`,
      null,
      "shipping",
      "platform",
      null,
      amounts.get(SHIPPING) ?? 0,
    ),
    leaf(`${sale.order_id}:tax`, null, "tax", "platform", null, amounts.get(TAX) ?? 0),
  ];
  return {
    lines,
    leaves: [...frozen.flatMap((f) => f.leaves), ...apart].filter((l) => l.amount_fen > 0),
    credits: frozen.flatMap((f) => f.credits),
  };
}

/** The total over lines, shipping and tax, by their weight; exact when the weights are whole fen. */
function paidByComponent(sale: Sale): Map<string, Fen> {
  const components = [
    ...sale.lines.map((line) => ({ id: line.order_line_id, weight: line.weight_micro })),
    { id: SHIPPING, weight: sale.shipping_micro },
    { id: TAX, weight: sale.tax_micro },
  ];
  if (components.every((c) => c.weight === 0)) return new Map();
  const amounts = allocate(sale.total_fen, components);
  return new Map(components.map((c, i) => [c.id, amounts[i] ?? 0]));
}

/** Divides one line among its households and parties. */
export function freezeLine(line: FrozenLine): { leaves: Leaf[]; credits: FrozenCredit[] } {
  const { terms, order_line_id: id, paid_fen } = line;
  if (!terms) {
    return {
      leaves: [leaf(`${id}:unattributed`, id, "unattributed", "platform", null, paid_fen)],
      credits: [],
    };
  }
  const split = splitLine(paid_fen, line.quantity, terms);
  const coop = terms.cooperative_id;
  const credits = creditsOf(line, terms, split);
  return {
    credits,
    leaves: [
      ...credits.map((c) =>
        leaf(`${c.id}:household`, id, "household", c.household_id, c.id, c.net_fen),
      ),
      leaf(`${id}:service`, id, "service", coop, null, split.service_fen),
      leaf(`${id}:packing`, id, "packing", coop, null, split.packing_fen),
      leaf(`${id}:freight`, id, "freight", coop, null, split.freight_fen),
      leaf(`${id}:platform`, id, "platform", "platform", null, split.platform_fen),
    ],
  };
}

type Split = ReturnType<typeof splitLine>;

/** Shares each part of the line among the households, so that gross, deductions and net all add up. */
function creditsOf(line: FrozenLine, terms: LineTerms, split: Split): FrozenCredit[] {
  const households = mergeContributors(terms.contributors);
  const takers = households.map((h) => ({ id: h.household_id, weight: h.weight_g }));
  const [net, service, packing, freight, platform] = [
    split.household_fen,
    split.service_fen,
    split.packing_fen,
    split.freight_fen,
    split.platform_fen,
  ].map((part) => allocate(part, takers));
  const ppm = sharesPpm(households);
  return households.map((household, i) => {
    const { household_id, alias, division_code, linkage, category, weight_g } = household;
    const [net_fen, service_fen] = [net?.[i] ?? 0, service?.[i] ?? 0];
    const [packing_fen, freight_fen] = [packing?.[i] ?? 0, freight?.[i] ?? 0];
    const platform_fen = platform?.[i] ?? 0;
    // NOTE: written out, for spreading objects into each other took most of the time of a verification.
    return {
      id: `${line.order_line_id}:${household_id}`,
      order_line_id: line.order_line_id,
      household_id,
      alias,
      division_code,
      linkage,
      category,
      weight_g,
      share_ppm: ppm[i] ?? 0,
      gross_fen: net_fen + service_fen + packing_fen + freight_fen + platform_fen,
      net_fen,
      service_fen,
      packing_fen,
      freight_fen,
      platform_fen,
    };
  });
}

/** One row for each household, also when it delivered into the lot more than once. */
function mergeContributors(contributors: readonly Contributor[]): Contributor[] {
  const merged = new Map<string, Contributor>();
  for (const c of contributors) {
    const before = merged.get(c.household_id);
    merged.set(c.household_id, before ? { ...c, weight_g: c.weight_g + before.weight_g } : c);
  }
  return [...merged.values()];
}

/** One leaf. */
export function leaf(
  id: string,
  order_line_id: string | null,
  part: LeafPart,
  owner_id: string,
  credit_id: string | null,
  amount_fen: Fen,
): Leaf {
  return { id, order_line_id, part, owner_id, credit_id, amount_fen };
}
