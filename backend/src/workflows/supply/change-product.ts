/** A cooperative changes what it lists: status, prices, stock. The split of past sales stays frozen. */
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { updateProductsWorkflow, updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows";

import { fenToYuan } from "../../contract/money";
import { refreshGoodsStep } from "../shelf/refresh-goods";
import { checkChangeStep, setStockStep, type ChangeInput } from "./change-steps";

/** Changes one product of the cooperative's own. */
export const changeProductWorkflow = createWorkflow("change-product", (input: ChangeInput) => {
  const change = checkChangeStep(input);
  when({ input }, (data) => data.input.status !== undefined).then(() => {
    updateProductsWorkflow.runAsStep({
      input: transform({ input }, (data) => ({
        selector: { id: data.input.product_id },
        update: { status: data.input.status },
      })),
    });
  });
  when({ change }, (data) => data.change.prices.length > 0).then(() => {
    updateProductVariantsWorkflow.runAsStep({
      input: transform({ change }, (data) => ({
        product_variants: data.change.prices.map(({ variant_id, price_fen }) => ({
          id: variant_id,
          prices: [{ currency_code: "cny", amount: fenToYuan(price_fen) }],
        })),
      })),
    });
  });
  setStockStep(change.stocks);
  refreshGoodsStep(transform({ input }, (data) => ({ product_ids: [data.input.product_id] })));
  return new WorkflowResponse(
    transform({ input }, (data) => ({ product_id: data.input.product_id })),
  );
});
