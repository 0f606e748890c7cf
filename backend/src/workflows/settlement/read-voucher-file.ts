/** Hands out the file of a voucher; who reads it is written down first. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import {
  SETTLEMENT_MODULE,
  type Person,
  type SettlementModuleService,
} from "../../modules/settlement";
import { findVoucherFile, type FoundVoucherFile } from "../../queries/settlement/find-voucher-file";
import type { SettlementWall } from "../../queries/settlement/list-settlements";

interface NoteInput {
  settlement_id: string;
  reference: string;
  by: Person;
  at: string;
}

const noteVoucherReadStep = createStep(
  "note-voucher-read",
  async (input: NoteInput, { container }) => {
    const { reference, ...step } = input;
    const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
    await settlements.note({ ...step, verb: "read_voucher", reason: reference });
    return new StepResponse({ ok: true });
  },
);

const noteVoucherReadWorkflow = createWorkflow("note-voucher-read", (input: NoteInput) => {
  return new WorkflowResponse(noteVoucherReadStep(input));
});

/** @throws refusal `not_found` when there is none, or behind the wall */
export async function readVoucherFile(
  container: MedusaContainer,
  wall: SettlementWall,
  voucher_id: string,
  by: Person,
): Promise<{ kind: FoundVoucherFile["kind"]; name: string; content: Buffer }> {
  const { settlement_id, reference, file_key, kind } = await findVoucherFile(
    container,
    wall,
    voucher_id,
  );
  const at = new Date().toISOString();
  await noteVoucherReadWorkflow(container).run({ input: { settlement_id, reference, by, at } });
  const content = await container.resolve(Modules.FILE).getAsBuffer(file_key);
  return { kind, name: `凭证-${reference}`, content };
}
