/**
 * Registers households in bulk: hundreds in one transaction, and a second run with the same codes
 * changes nothing.
 *
 * NOTE: the input carries ID numbers, phones and cards. The workflow keeps no record of its runs; do not
 * give it a retention time.
 */
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import {
  HOUSEHOLD_MODULE,
  householdInputSchema,
  type HouseholdInput,
  type HouseholdModuleService,
} from "../../modules/household";
import {
  dayInShanghai,
  RULES_MODULE,
  type RulePackContent,
  type RulesModuleService,
} from "../../modules/rules";
import { refuse } from "../../refuse";

/** The households to register. */
export interface RegisterHouseholdsInput {
  households: HouseholdInput[];
}

const registerHouseholdsStep = createStep(
  "register-households",
  async ({ households }: RegisterHouseholdsInput, { container }) => {
    const files = households.map(parsed);
    await refuseUnknownDivisions(files, container);
    await refuseForeignTerms(files, container);
    const service = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
    const registered = await service.register(files);
    return new StepResponse(
      { households: registered },
      registered.filter((one) => one.created).map((one) => one.id),
    );
  },
  async (created, { container }) => {
    if (!created) return;
    await container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE).withdraw(created);
  },
);

/** Names the field at fault and the household's code, never what stood in the field. */
function parsed(household: HouseholdInput): HouseholdInput {
  const result = householdInputSchema.safeParse(household);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw refuse("invalid_input", {
    field: issue?.path.map(String).join(".") ?? "household",
    reason: issue?.message ?? "not valid",
    household_code: household.code,
  });
}

async function refuseUnknownDivisions(
  files: HouseholdInput[],
  container: MedusaContainer,
): Promise<void> {
  const service = container.resolve<DivisionModuleService>(DIVISION_MODULE);
  const known = await service.byCodes(files.map((file) => file.division_code));
  const lost = files.find((file) => !known.has(file.division_code));
  if (lost)
    throw refuse("division_unknown", { field: "division_code", division_code: lost.division_code });
}

/** Type, status, tier and causes must be words of the rules of the household's own place. */
async function refuseForeignTerms(
  files: HouseholdInput[],
  container: MedusaContainer,
): Promise<void> {
  const rules = container.resolve<RulesModuleService>(RULES_MODULE);
  const packs = await rules.packsFor(
    files.map((file) => file.division_code),
    dayInShanghai(new Date()),
  );
  for (const file of files) {
    const pack = packs.get(file.division_code);
    if (!pack) throw refuse("rule_pack_missing", { division_code: file.division_code });
    const field = foreignTerm(file, pack.content);
    if (field !== null)
      throw refuse("invalid_input", {
        field,
        reason: "no such term here",
        household_code: file.code,
      });
  }
}

function foreignTerm(file: HouseholdInput, content: RulePackContent): string | null {
  const knows = (terms: readonly { code: string }[], code: string) =>
    terms.some((term) => term.code === code);
  if (!knows(content.household_types, file.type)) return "type";
  if (!knows(content.statuses, file.status)) return "status";
  if (file.tier !== null && !knows(content.tiers, file.tier)) return "tier";
  return file.causes.every((cause) => knows(content.causes, cause)) ? null : "causes";
}

/** Registers households in bulk. */
export const registerHouseholdsWorkflow = createWorkflow(
  "register-households",
  (input: RegisterHouseholdsInput) => {
    return new WorkflowResponse(registerHouseholdsStep(input));
  },
);
