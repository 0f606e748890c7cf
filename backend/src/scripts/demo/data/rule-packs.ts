/**
 * Rule packs: what differs by place and year is data. A pack is found by the longest scope that is a
 * prefix of the household's division code, within its years.
 *
 * Two townships of Xinfeng divide households by two vocabularies; Wujin speaks of low-income
 * households only. NOTE: monitoring lines after 2021 are provincial; those here are the public 6,000
 * yuan of 2021 raised by what the demonstration needs, not an official figure.
 */
import { z } from "zod";

const label = z.strictObject({
  code: z.string(),
  label: z.string(),
  able_to_work: z.boolean().optional(),
});
const code = z.strictObject({ code: z.string(), label: z.string() });

const bearer = z.enum(["loss_pool", "cooperative"]);

export const rulePackSeed = z.strictObject({
  scope: z.string().regex(/^\d{2,12}$/),
  year: z.int().min(2011).max(2100),
  monitored_label: z.string(),
  household_types: z.array(label).min(1),
  causes: z.array(code),
  tiers: z.array(code),
  monitoring_line_fen: z.int().positive(),
  /** By category of goods; what spoils has the shorter window. */
  return_window_days: z.record(z.string(), z.int().min(1).max(30)),
  notice_days: z.strictObject({ identification: z.int(), money: z.int() }),
  /** Days in which a buyer may complain about quality, by category, and in which the others act. */
  complaint: z.strictObject({
    window_days: z.record(z.string(), z.int().min(1).max(90)),
    answer_days: z.int(),
    appeal_days: z.int(),
    decision_days: z.int(),
  }),
  settlement_approval_above_fen: z.int().min(0),
  settlement_one_person_below: z.boolean(),
  /** Who bears what a household was already paid, by the cause of a refund. */
  paid_refund_borne_by: z.strictObject({ buyer: bearer, quality: bearer, fraud: bearer }),
  /** Days without a credit after which goods are favoured. */
  favour_quiet_days: z.int().optional(),
  linkage_category: z.record(
    z.enum(["purchase", "wage", "land_rent", "dividend", "entrusted", "bonus"]),
    z.strictObject({
      category: z.enum(["business", "wage", "property", "transfer"]),
      countable: z.boolean(),
    }),
  ),
});
export type RulePackSeed = z.infer<typeof rulePackSeed>;

const causes = [
  { code: "illness", label: "因病" },
  { code: "schooling", label: "因学" },
  { code: "disability", label: "因残" },
  { code: "disaster", label: "因灾" },
  { code: "labour", label: "缺劳力" },
  { code: "skill", label: "缺技术" },
  { code: "capital", label: "缺资金" },
  { code: "land", label: "缺土地" },
  { code: "water", label: "缺水" },
  { code: "transport", label: "交通条件落后" },
  { code: "motivation", label: "自身发展动力不足" },
];

const tiers = [
  { code: "national", label: "国定" },
  { code: "provincial", label: "省定" },
  { code: "city", label: "市定" },
];

const linkageCategory: RulePackSeed["linkage_category"] = {
  purchase: { category: "business", countable: true },
  entrusted: { category: "business", countable: true },
  wage: { category: "wage", countable: true },
  land_rent: { category: "property", countable: true },
  dividend: { category: "property", countable: true },
  bonus: { category: "transfer", countable: false },
};

/** Types of the national vocabulary, used where a place has none of its own. */
const nationalTypes = [
  { code: "lifted_out", label: "脱贫户", able_to_work: true },
  { code: "unstable", label: "脱贫不稳定户", able_to_work: true },
  { code: "borderline", label: "边缘易致贫户", able_to_work: true },
  { code: "hardship", label: "突发严重困难户", able_to_work: false },
];

const scopes = [
  { scope: "35", line: 8_500_00, noticeMoney: 10, types: nationalTypes },
  { scope: "36", line: 8_200_00, noticeMoney: 10, types: nationalTypes },
  { scope: "53", line: 8_000_00, noticeMoney: 7, types: nationalTypes },
  {
    scope: "360722101",
    line: 8_500_00,
    noticeMoney: 10,
    types: [
      { code: "general_poor", label: "一般贫困户", able_to_work: true },
      { code: "aided_minimum", label: "扶贫低保户", able_to_work: true },
      { code: "minimum", label: "低保户", able_to_work: false },
      { code: "five_guarantee", label: "五保户", able_to_work: false },
    ],
  },
  {
    scope: "360722102",
    line: 8_500_00,
    noticeMoney: 10,
    types: [
      { code: "five_guarantee", label: "五保户", able_to_work: false },
      { code: "minimum_unable", label: "低保户(无劳动力)", able_to_work: false },
      { code: "minimum_poor", label: "低保贫困户", able_to_work: true },
      { code: "general_poor", label: "一般贫困户", able_to_work: true },
    ],
  },
  {
    scope: "320412",
    line: 13_500_00,
    noticeMoney: 7,
    types: [{ code: "low_income", label: "低收入农户", able_to_work: true }],
  },
];

const years = [
  { year: 2025, monitoredLabel: "监测对象" },
  { year: 2026, monitoredLabel: "防止返贫致贫对象" },
];

export const rulePacks: readonly RulePackSeed[] = z.array(rulePackSeed).parse(
  scopes.flatMap((place) =>
    years.map(({ year, monitoredLabel }) => ({
      scope: place.scope,
      year,
      monitored_label: monitoredLabel,
      household_types: place.types,
      causes,
      tiers,
      monitoring_line_fen: place.line,
      return_window_days: { fruit: 3, vegetable: 3, livestock: 3, other: 7 },
      notice_days: { identification: 5, money: place.noticeMoney },
      // What is fresh shows its faults soon and spoils by itself; the rest has as long as it may go back.
      complaint: {
        window_days: { fruit: 3, vegetable: 2, livestock: 2, other: 7 },
        answer_days: 3,
        appeal_days: 7,
        decision_days: 7,
      },
      settlement_approval_above_fen: 5_000_00,
      // Fujian's places want two people for every settlement.
      settlement_one_person_below: place.scope !== "35",
      // The seller answers for its goods; in Wujin it bears every return after the payout.
      paid_refund_borne_by: {
        buyer: place.scope === "320412" ? "cooperative" : "loss_pool",
        quality: "cooperative",
        fraud: "cooperative",
      },
      // The mountains of Yunnan favour goods of households that have waited for a quarter of a year.
      ...(place.scope === "53" ? { favour_quiet_days: 90 } : {}),
      linkage_category: linkageCategory,
    })),
  ),
);

/** @returns the pack of the longest scope that covers the division in that year */
export function packFor(divisionCode: string, year: number): RulePackSeed {
  const found = rulePacks
    .filter((pack) => pack.year === year && divisionCode.startsWith(pack.scope))
    .sort((a, b) => b.scope.length - a.scope.length)[0];
  if (!found) throw new Error(`no rule pack for ${divisionCode} in ${String(year)}`);
  return found;
}
