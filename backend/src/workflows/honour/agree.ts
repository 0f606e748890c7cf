/** Somebody agrees to stand on the list of honour, or takes it back. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import type { MedusaContainer } from "@medusajs/framework/types";

import type { BodyInput } from "../../contract/routes";
import { HONOUR_MODULE, type HonourModuleService } from "../../modules/honour";
import { unitsToNameFor } from "../../queries/honour/my-honours";
import { refuse } from "../../refuse";
import { requirePublishable } from "../story/write-story";

interface AgreeInput {
  customer_id: string;
  body: BodyInput<"POST /store/my/honours">;
}

const agreeToHonourStep = createStep(
  "agree-to-honour",
  async ({ customer_id, body }: AgreeInput, { container }) => {
    const honours = container.resolve<HonourModuleService>(HONOUR_MODULE);
    const who =
      "work_unit_id" in body
        ? await unitOf(container, customer_id, body.work_unit_id)
        : { kind: "buyer" as const, subject_id: customer_id, name: body.name };
    requirePublishable({ name: who.name });
    const id = await honours.agree({
      ...who,
      show_amount: body.show_amount,
      agreed_by: customer_id,
    });
    return new StepResponse({ ok: true as const }, id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<HonourModuleService>(HONOUR_MODULE).end(id);
  },
);

/** A unit in whose name the customer may speak. @throws refusal `not_found` */
async function unitOf(container: MedusaContainer, customer_id: string, work_unit_id: string) {
  const units = await unitsToNameFor(container, customer_id);
  const unit = units.find(({ id }) => id === work_unit_id);
  if (!unit) throw refuse("not_found", { field: "work_unit_id" });
  return { kind: "work_unit" as const, subject_id: unit.id, name: unit.name };
}

/** Puts a buyer or a unit on the list. */
export const agreeToHonourWorkflow = createWorkflow("agree-to-honour", (input: AgreeInput) => {
  return new WorkflowResponse(agreeToHonourStep(input));
});

interface WithdrawInput {
  customer_id: string;
  work_unit_id?: string | undefined;
}

// No undo: whoever wants to be gone stays gone.
const withdrawHonourStep = createStep(
  "withdraw-honour",
  async ({ customer_id, work_unit_id }: WithdrawInput, { container }) => {
    const honours = container.resolve<HonourModuleService>(HONOUR_MODULE);
    if (work_unit_id === undefined) await honours.withdraw("buyer", customer_id);
    else {
      const unit = await unitOf(container, customer_id, work_unit_id);
      await honours.withdraw("work_unit", unit.subject_id);
    }
    return new StepResponse({ ok: true as const });
  },
);

/** Takes a buyer or a unit off the list. */
export const withdrawHonourWorkflow = createWorkflow("withdraw-honour", (input: WithdrawInput) => {
  return new WorkflowResponse(withdrawHonourStep(input));
});
