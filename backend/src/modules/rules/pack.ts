/** A rule pack: its schema and the pure rules that read it. */
import { z } from "zod";

import { daySchema, textSchema } from "../../contract/common";
import { positiveFenSchema, type Fen } from "../../contract/money";

const codeSchema = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
const termSchema = z.strictObject({ code: codeSchema, label: textSchema(40) });

/** Terms of one list; a code stands once. */
function termsSchema<T extends z.ZodType<{ code: string }>>(term: T) {
  return z
    .array(term)
    .max(60)
    .refine(
      (terms) => new Set(terms.map((one) => one.code)).size === terms.length,
      "a code stands twice",
    );
}

const bearerSchema = z.enum(["loss_pool", "cooperative"]);

/** Deadlines of quality complaints, in days. */
const complaintDeadlinesSchema = z.strictObject({
  /** After the delivery in which a buyer may complain, by the kind of goods; `other` for the rest. */
  window_days: z.record(codeSchema, z.int().min(1).max(90)),
  /** For the seller's answer, for the buyer to take it to the operator, for the operator's decision. */
  answer_days: z.int().min(1).max(30),
  appeal_days: z.int().min(1).max(30),
  decision_days: z.int().min(1).max(30),
});

/** What a pack says. */
export const rulePackContentSchema = z.strictObject({
  household_types: termsSchema(termSchema.extend({ able_to_work: z.boolean().optional() })).min(1),
  statuses: termsSchema(termSchema).min(1),
  causes: termsSchema(termSchema),
  tiers: termsSchema(termSchema),
  /** Net income per head and year below which a household is watched, by the year it holds from. */
  monitoring_lines: z
    .array(z.strictObject({ year: z.int().min(2011).max(2100), line_fen: positiveFenSchema }))
    .max(60),
  /** Days after acceptance in which goods of a kind may come back; `other` holds for the rest. */
  return_window_days: z.record(codeSchema, z.int().min(0).max(90)),
  notice_days: z.strictObject({
    identification: z.int().min(1).max(60),
    money: z.int().min(1).max(60),
  }),
  /** Above this sum a settlement takes two people with different roles; without a word always. */
  settlement_approval_above_fen: positiveFenSchema.default(0),
  /** Whether one person may prepare and approve a settlement up to that sum. */
  settlement_one_person_below: z.boolean().default(false),
  /**
   * Who bears what a household was already paid when money goes back to a buyer, by the cause; what
   * freight or the platform caused is always the loss pool's.
   */
  paid_refund_borne_by: z
    .strictObject({ buyer: bearerSchema, quality: bearerSchema, fraud: bearerSchema })
    .default({ buyer: "loss_pool", quality: "loss_pool", fraud: "loss_pool" }),
  /** Parts per million of the usual price below which a clearance takes two people. */
  clearance_floor_ppm: z.int().min(0).max(1_000_000).optional(),
  /**
   * Days without a credit after which a household's goods are favoured in the shop; goods are labelled so
   * when most of their households, of two or more, have waited as long. Without a number none is favoured.
   */
  favour_quiet_days: z.int().min(1).max(3650).optional(),
  /** Parts per million of what an adopted tree promised, below which a part of its price goes back. */
  adoption_least_ppm: z.int().min(0).max(1_000_000).optional(),
  /** Deadlines of quality complaints; what is left out is said by `complaintRules`. */
  complaint: complaintDeadlinesSchema.optional(),
  /** Which national income category a benefit linkage counts as. */
  linkages: termsSchema(
    termSchema.extend({
      category: z.enum(["wage", "business", "property", "transfer"]),
      countable: z.boolean(),
    }),
  ).min(1),
});

/** What a pack says. */
export type RulePackContent = z.infer<typeof rulePackContentSchema>;

/** A pack to publish: for whom, from when, what. */
export const rulePackSchema = z.strictObject({
  /** Prefix of 2 to 12 digits; empty for the whole country. */
  division_code: z.string().regex(/^(\d{2,12})?$/),
  effective_on: daySchema,
  content: rulePackContentSchema,
});

/** A pack to publish. */
export type RulePackInput = z.infer<typeof rulePackSchema>;

/** A published pack. */
export interface RulePack extends RulePackInput {
  id: string;
}

/** What is needed to choose between packs. */
interface Reach {
  division_code: string;
  effective_on: string;
}

/**
 * The pack that holds in a place on a day: the most specific place, then the newest.
 *
 * @param packs any packs, any order
 * @param divisionCode 12 digits
 * @param day YYYY-MM-DD in Asia/Shanghai
 * @returns null when no pack covers the place by then
 */
export function selectPack<P extends Reach>(
  packs: readonly P[],
  divisionCode: string,
  day: string,
): P | null {
  const covering = packs.filter(
    (pack) => divisionCode.startsWith(pack.division_code) && pack.effective_on <= day,
  );
  return covering.reduce<P | null>(
    (best, pack) => (best === null || isBetter(pack, best) ? pack : best),
    null,
  );
}

function isBetter(pack: Reach, best: Reach): boolean {
  const closer = pack.division_code.length - best.division_code.length;
  return closer > 0 || (closer === 0 && pack.effective_on > best.effective_on);
}

/** The label of a code in a list of a pack; the code itself when the list does not know it. */
export function labelOf(terms: readonly { code: string; label: string }[], code: string): string {
  return terms.find((term) => term.code === code)?.label ?? code;
}

/**
 * The monitoring line of a year: the newest that holds from that year or before.
 *
 * @returns whole fen per head and year, or null when the pack has none that early
 */
export function monitoringLineOn(content: RulePackContent, year: number): Fen | null {
  const held = content.monitoring_lines
    .filter((line) => line.year <= year)
    .sort((a, b) => b.year - a.year);
  return held[0]?.line_fen ?? null;
}

/**
 * Days in which goods may come back after acceptance.
 *
 * @param goodsKind a kind of the pack, such as `fresh`
 * @returns the pack's days for the kind, else for `other`, else the 7 of the consumer law
 * @source Law on the Protection of Consumer Rights and Interests, article 25
 */
export function returnWindowDays(content: RulePackContent, goodsKind: string): number {
  return content.return_window_days[goodsKind] ?? content.return_window_days.other ?? 7;
}

/** The national income category of a linkage; null when the pack does not know the linkage. */
export function categoryOf(content: RulePackContent, linkage: string) {
  const term = content.linkages.find((one) => one.code === linkage);
  return term ? { category: term.category, countable: term.countable } : null;
}

/**
 * Who bears what a household was already paid.
 *
 * @param cause why money goes back
 * @returns the loss pool for whatever freight or the platform caused, or a bank took back
 */
export function paidRefundBorneBy(content: RulePackContent, cause: string) {
  const { buyer, quality, fraud } = content.paid_refund_borne_by;
  if (cause === "buyer") return buyer;
  if (cause === "quality") return quality;
  return cause === "fraud" ? fraud : "loss_pool";
}
