/** A cooperative lists one household's trees for adoption, or its coming harvest for pre-order. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { AdoptionBody } from "../../contract/adoption";
import { ADOPTION_MODULE, type AdoptionModuleService } from "../../modules/adoption";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { dayInShanghai } from "../../modules/rules";
import { refuse } from "../../refuse";
import { refreshGoodsStep } from "../shelf/refresh-goods";
import type { Listing } from "../supply/prepare-listings";
import { listProductsWorkflow } from "../supply/list-products";

interface ListInput {
  cooperative_id: string;
  adoption: AdoptionBody;
  /** ISO instant. */
  now: string;
}

/** Days of a harvest lie ahead; the trees are the stock, so that none is sold twice. */
const checkHarvestStep = createStep("check-harvest", async ({ adoption, now }: ListInput) => {
  if (adoption.harvest_from <= dayInShanghai(new Date(now)))
    throw refuse("adoption_past", { field: "harvest_from" });
  return new StepResponse({ checked: true });
});

function listingOf({ cooperative_id, adoption }: ListInput): Listing {
  const { title, description, category, images, price_fen, trees, yield_g } = adoption;
  const { title_en, description_en, service_ppm, packing_fen, freight_fen } = adoption;
  return {
    cooperative_id,
    product: {
      title,
      ...(title_en === undefined ? {} : { title_en }),
      description,
      ...(description_en === undefined ? {} : { description_en }),
      category,
      images,
      variants: [
        {
          title: adoption.kind === "tree" ? "认养一棵" : "预订一份",
          price_fen,
          stock: trees,
          weight_g: yield_g,
        },
      ],
      certificates: [],
      lot: { code: adoption.lot_code, harvested_on: adoption.harvest_from },
      contributions: [{ household_id: adoption.household_id, weight_g: trees * yield_g }],
      service_ppm,
      packing_fen,
      freight_fen,
    },
  };
}

const addAdoptionStep = createStep(
  "add-adoption",
  async (
    { cooperative_id, adoption, product_id }: ListInput & { product_id: string },
    { container },
  ) => {
    const households: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE);
    const face = (await households.faces([adoption.household_id])).get(adoption.household_id);
    if (!face) throw refuse("household_unknown", { field: "household_id" });
    const { household_id, kind, season, harvest_from, harvest_to } = adoption;
    const { yield_text, yield_g, trees } = adoption;
    await container.resolve<AdoptionModuleService>(ADOPTION_MODULE).add({
      product_id,
      cooperative_id,
      household_id,
      alias: face.alias,
      kind,
      season,
      harvest_from,
      harvest_to,
      yield_text,
      yield_g,
      trees,
    });
    return new StepResponse({ product_id }, product_id);
  },
  async (product_id, { container }) => {
    if (product_id)
      await container.resolve<AdoptionModuleService>(ADOPTION_MODULE).drop(product_id);
  },
);

/** Lists an offer. */
export const listAdoptionWorkflow = createWorkflow("list-adoption", (input: ListInput) => {
  checkHarvestStep(input);
  const listed = listProductsWorkflow.runAsStep({
    input: transform({ input }, (data) => ({ listings: [listingOf(data.input)] })),
  });
  const added = addAdoptionStep(
    transform({ input, listed }, (data) => ({
      ...data.input,
      product_id: data.listed.products[0]?.product_id ?? "",
    })),
  );
  refreshGoodsStep(transform({ added }, (data) => ({ product_ids: [data.added.product_id] })));
  return new WorkflowResponse(added);
});
