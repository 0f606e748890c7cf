/** Divisions and the rule packs of their places. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { importDivisionsWorkflow } from "../../../workflows/division/import-divisions";
import {
  publishRulePacksWorkflow,
  type PublishRulePacksInput,
} from "../../../workflows/rules/publish-rule-packs";
import { divisions } from "../data/divisions";
import { rulePacks, type RulePackSeed } from "../data/rule-packs";
import type { Progress } from "./progress";

/** Imports the divisions of the five places. */
export async function loadDivisions(container: MedusaContainer, say: Progress): Promise<void> {
  await importDivisionsWorkflow(container).run({ input: { divisions: [...divisions] } });
  say(divisions.length, divisions.length);
}

/** National lines are public history; the line of the place itself follows. */
const nationalLines = [
  { year: 2011, line_fen: 2_536_00 },
  { year: 2012, line_fen: 2_625_00 },
  { year: 2013, line_fen: 2_736_00 },
  { year: 2014, line_fen: 2_800_00 },
  { year: 2015, line_fen: 2_855_00 },
  { year: 2016, line_fen: 2_952_00 },
  { year: 2021, line_fen: 6_000_00 },
];

const linkageLabels = {
  purchase: "收购",
  wage: "务工",
  land_rent: "土地流转",
  dividend: "分红",
  entrusted: "托管",
  bonus: "奖补",
} as const;

const LINKAGES = ["purchase", "wage", "land_rent", "dividend", "entrusted", "bonus"] as const;

function packOf(seed: RulePackSeed): PublishRulePacksInput["packs"][number] {
  return {
    division_code: seed.scope,
    effective_on: `${String(seed.year)}-01-01`,
    content: {
      household_types: seed.household_types,
      statuses: [
        { code: "lifted_out", label: "已脱贫（享受政策）" },
        { code: "monitored", label: seed.monitored_label },
        { code: "low_income", label: "低收入农户" },
        { code: "general", label: "一般农户" },
      ],
      causes: seed.causes,
      tiers: seed.tiers,
      monitoring_lines: [...nationalLines, { year: seed.year, line_fen: seed.monitoring_line_fen }],
      return_window_days: seed.return_window_days,
      notice_days: seed.notice_days,
      complaint: seed.complaint,
      settlement_approval_above_fen: seed.settlement_approval_above_fen,
      settlement_one_person_below: seed.settlement_one_person_below,
      paid_refund_borne_by: seed.paid_refund_borne_by,
      ...(seed.favour_quiet_days ? { favour_quiet_days: seed.favour_quiet_days } : {}),
      linkages: LINKAGES.map((code) => ({
        code,
        label: linkageLabels[code],
        ...seed.linkage_category[code],
      })),
    },
  };
}

/** Publishes the packs; the same ones again change nothing. */
export async function loadRulePacks(container: MedusaContainer, say: Progress): Promise<void> {
  await publishRulePacksWorkflow(container).run({ input: { packs: rulePacks.map(packOf) } });
  say(rulePacks.length, rulePacks.length);
}
