/** What of an order's lines may still be complained about, until when, and by which rules. */
import type { MedusaContainer } from "@medusajs/framework/types";

import {
  afterDays,
  COMPLAINT_MODULE,
  worthOfUnits,
  type ComplaintModuleService,
} from "../../modules/complaint";
import {
  complaintRules,
  dayInShanghai,
  RULES_MODULE,
  type ComplaintRules,
  type RulesModuleService,
} from "../../modules/rules";
import type { ReceivedLine } from "../order/received-lines";

/** A line and its complaints. */
export interface Complainable {
  received: ReceivedLine;
  rules: ComplaintRules;
  rule_pack_id: string | null;
  /** Until when; null before the delivery. */
  until: Date | null;
  /** Units that may still be complained about now. */
  units: number;
  /** What was paid for so many of these units, whole fen. */
  worthOf: (quantity: number) => number;
}

/**
 * Looks at lines as they stand at an instant. The rules are those in force on the day of the delivery.
 *
 * @param lines of one order
 */
export async function complainable(
  scope: MedusaContainer,
  lines: readonly ReceivedLine[],
  now: Date,
): Promise<Complainable[]> {
  const complaints = scope.resolve<ComplaintModuleService>(COMPLAINT_MODULE);
  const used = await complaints.used(lines.map(({ line }) => line.id));
  return Promise.all(
    lines.map(async (received) => {
      const { line, delivered_at, kind, division_code, paid_fen } = received;
      const { rules, rule_pack_id } = await rulesOf(
        scope,
        division_code,
        kind,
        delivered_at ?? now,
      );
      const until = delivered_at && afterDays(delivered_at, rules.window_days);
      const { used: earlier = 0, open = false } = used.get(line.id) ?? {};
      const isOpen = until !== null && now < until && !open && line.cooperative_id !== null;
      const units = isOpen && paid_fen > 0 ? Math.max(0, received.received - earlier) : 0;
      const of = { quantity: line.quantity, earlier };
      return {
        received,
        rules,
        rule_pack_id,
        until,
        units,
        worthOf: (quantity: number) => worthOfUnits(paid_fen, of, quantity),
      };
    }),
  );
}

async function rulesOf(
  scope: MedusaContainer,
  division_code: string,
  kind: string,
  at: Date,
): Promise<{ rules: ComplaintRules; rule_pack_id: string | null }> {
  const rules = scope.resolve<RulesModuleService>(RULES_MODULE);
  const pack = await rules.packFor(division_code, dayInShanghai(at));
  return { rules: complaintRules(pack?.content ?? null, kind), rule_pack_id: pack?.id ?? null };
}
