/** A cadre enters or checks a household's income of a year; wherever the platform says otherwise, a reason is due. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { VerifiedIncomeBody } from "../../contract/verified-income";
import { dayInShanghai } from "../../modules/rules";
import {
  differencesOf,
  VERIFIED_INCOME_MODULE,
  type VerifiedIncomeModuleService,
} from "../../modules/verified-income";
import { platformFigures } from "../../queries/verified-income/platform-figures";
import { spanOfYear } from "../../queries/verified-income/year";
import { refuse } from "../../refuse";

/** What a cadre found. */
export interface VerifyYearInput {
  household_id: string;
  year: number;
  found: VerifiedIncomeBody;
  entered_by: string;
  /** ISO instant. */
  at: string;
}

const verifyYearStep = createStep(
  "verify-year",
  async ({ household_id, year, found, entered_by, at }: VerifyYearInput, { container }) => {
    const today = dayInShanghai(new Date(at));
    if (Number(today.slice(0, 4)) < year) throw refuse("period_ahead", { field: "year" });
    const column = await platformFigures(container, household_id, spanOfYear(year, today));
    const { wage, business, property, transfer } = column.byCategory;
    const platform = {
      wage: wage.fen,
      business: business.fen,
      property: property.fen,
      transfer: transfer.fen,
    };
    const differing = differencesOf(found, platform);
    const unsaid = differing.find((category) => found.reasons[category] === undefined);
    if (unsaid !== undefined) throw refuse("reason_missing", { field: `reasons.${unsaid}` });
    const reasons = Object.fromEntries(
      differing.map((category) => [category, found.reasons[category] ?? ""]),
    );
    // NOTE: no undo. A version that was added stays; another one follows it.
    await container.resolve<VerifiedIncomeModuleService>(VERIFIED_INCOME_MODULE).add({
      ...found,
      household_id,
      year,
      reasons,
      platform,
      entered_by,
      entered_at: new Date(at),
    });
    return new StepResponse({ ok: true as const });
  },
);

/** Adds a version of a household's verified income. */
export const verifyYearWorkflow = createWorkflow(
  "verify-year",
  (input: VerifyYearInput) => new WorkflowResponse(verifyYearStep(input)),
);
