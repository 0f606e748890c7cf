/** What each tree gave: put on record once; where it is too little, a part of the price goes back. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import {
  ADOPTION_MODULE,
  compensationOf,
  type AdoptionModuleService,
} from "../../modules/adoption";
import { dayInShanghai, RULES_MODULE, type RulesModuleService } from "../../modules/rules";
import { paidLines } from "../../queries/adoption/adopted-lines";
import { readCooperative } from "../../queries/cooperative/read-cooperative";
import { refuse } from "../../refuse";
import { giveCompensations } from "./compensate";

interface HarvestInput {
  product_id: string;
  per_tree_g: number;
  /** ISO instant. */
  now: string;
}

// No undo: a harvest is a fact. What it owes is on record and given again and again until it stands.
const reportHarvestStep = createStep(
  "report-harvest",
  async ({ product_id, per_tree_g, now }: HarvestInput, { container }) => {
    const adoption = container.resolve<AdoptionModuleService>(ADOPTION_MODULE);
    const [offer] = await adoption.find([product_id]);
    if (!offer) throw refuse("not_found");
    const today = dayInShanghai(new Date(now));
    if (today < offer.harvest_from) throw refuse("adoption_not_ripe");
    const { division_code } = await readCooperative(container, offer.cooperative_id);
    const rules = container.resolve<RulesModuleService>(RULES_MODULE);
    const pack = await rules.packFor(division_code, today);
    const rule = {
      promised_g: offer.yield_g,
      given_g: per_tree_g,
      least_ppm: pack?.content.adoption_least_ppm,
    };
    const due = (await paidLines(container, product_id)).flatMap(({ paid_fen, ...line }) => {
      const amount_fen = compensationOf(paid_fen, rule);
      return amount_fen > 0 ? [{ ...line, amount_fen }] : [];
    });
    await adoption.reap(product_id, per_tree_g, due);
    await giveCompensations(container);
    return new StepResponse({ product_id });
  },
);

/** Puts a harvest on record. */
export const reportHarvestWorkflow = createWorkflow("report-harvest", (input: HarvestInput) => {
  return new WorkflowResponse(reportHarvestStep(input));
});
