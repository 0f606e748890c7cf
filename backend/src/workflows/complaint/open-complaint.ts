/** A buyer complains about goods that arrived. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { generateEntityId } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { ComplaintBody } from "../../contract/complaint";
import {
  afterDays,
  COMPLAINT_MODULE,
  type ComplaintModuleService,
  type NewComplaint,
} from "../../modules/complaint";
import { findPersonalData } from "../../modules/story";
import { complainable } from "../../queries/complaint/complainable";
import { userOf } from "../../queries/complaint/describe";
import { receivedLine } from "../../queries/order/received-lines";
import { refuse } from "../../refuse";
import { usePhotosStep } from "../photo/use-photos";

interface OpenComplaintInput extends ComplaintBody {
  order_id: string;
  /** Actor type and id, or `guest`. */
  by: string;
  /** ISO instant. */
  now: string;
}

const prepareComplaintStep = createStep(
  "prepare-complaint",
  async (input: OpenComplaintInput, { container }) =>
    new StepResponse(await prepareComplaint(container, input)),
);

/** What no complaint needs; illness may be what the goods have caused, so it may be told. */
const NOT_NEEDED = new Set(["id_number", "phone", "bank_card"]);

/** @throws refusal `personal_data` */
export function requireNoNumbers(text: string): void {
  const found = findPersonalData(text).filter((kind) => NOT_NEEDED.has(kind));
  if (found.length > 0) throw refuse("personal_data", { field: "text", kinds: found.join() });
}

/** @throws refusal `not_found`, `not_received`, `complaint_too_late`, `complaint_too_many`, `complaint_amount` */
async function prepareComplaint(
  container: MedusaContainer,
  { order_id, order_line_id, quantity, reason, text, wish_fen, now }: OpenComplaintInput,
): Promise<NewComplaint> {
  requireNoNumbers(text);
  const { order, found } = await receivedLine(container, order_id, order_line_id);
  const { line, received } = found;
  const at = new Date(now);
  const [stands] = await complainable(container, [found], at);
  if (!stands || line.cooperative_id === null) throw refuse("not_found");
  const { until, rules, rule_pack_id, worthOf } = stands;
  if (until === null) throw refuse("not_received");
  if (at >= until) throw refuse("complaint_too_late", { until: until.toISOString() });
  if (quantity > received)
    throw refuse("complaint_too_many", { field: "quantity", left: received });
  const worth_fen = worthOf(quantity);
  if (worth_fen === 0 || (wish_fen ?? worth_fen) > worth_fen)
    throw refuse("complaint_amount", { field: "wish_fen", most_fen: worth_fen });
  const { answer_days, appeal_days, decision_days } = rules;
  return {
    id: generateEntityId(undefined, "cpl"),
    order_id,
    display_id: order.display_id,
    order_line_id,
    cooperative_id: line.cooperative_id,
    title: line.title,
    variant_title: line.variant_title,
    quantity,
    reason,
    text,
    worth_fen,
    wish_fen: wish_fen ?? worth_fen,
    due_at: afterDays(at, answer_days).toISOString(),
    answer_days,
    appeal_days,
    decision_days,
    rule_pack_id,
    opened_at: now,
    most: received,
  };
}

// No undo: it is the last step, and it refuses before anything is kept.
const keepComplaintStep = createStep(
  "keep-complaint",
  async ({ complaint, by }: { complaint: NewComplaint; by: string }, { container }) => {
    await container.resolve<ComplaintModuleService>(COMPLAINT_MODULE).open(complaint, by);
    return new StepResponse({ id: complaint.id });
  },
);

/** Opens a complaint. */
export const openComplaintWorkflow = createWorkflow(
  "open-complaint",
  (input: OpenComplaintInput) => {
    const complaint = prepareComplaintStep(input);
    usePhotosStep(
      transform({ input, complaint }, (data) => ({
        ids: data.input.photos,
        order_id: data.input.order_id,
        used_by: userOf(data.complaint.id),
      })),
    );
    const kept = keepComplaintStep(
      transform({ input, complaint }, (data) => ({
        complaint: data.complaint,
        by: data.input.by,
      })),
    );
    return new WorkflowResponse(kept);
  },
);
