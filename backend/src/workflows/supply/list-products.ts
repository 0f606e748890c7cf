/** A cooperative lists goods: products with stock, the lots behind them, the terms of their split, the shelf. */
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { createInventoryLevelsWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows";

import { refreshGoodsStep } from "../shelf/refresh-goods";
import type { Listing } from "./prepare-listings";
import { findStockItemsStep, prepareListingsStep, recordListingsStep } from "./listing-steps";

interface ListProductsInput {
  listings: Listing[];
}

/** Lists any number of goods in one go. */
export const listProductsWorkflow = createWorkflow("list-products", (input: ListProductsInput) => {
  const prepared = prepareListingsStep(input);
  const products = createProductsWorkflow.runAsStep({
    input: transform({ prepared }, (data) => ({ products: data.prepared.products })),
  });
  const listed = transform({ products, prepared }, (data) =>
    data.products.map((product, index) => ({
      product_id: product.id,
      handle: product.handle,
      // In the order in which the cooperative wrote them.
      variant_ids: (data.prepared.products[index]?.variants ?? []).flatMap(
        (wanted) => product.variants.find((variant) => variant.title === wanted.title)?.id ?? [],
      ),
    })),
  );
  const items = findStockItemsStep(
    transform({ listed }, (data) => data.listed.flatMap((one) => one.variant_ids)),
  );
  createInventoryLevelsWorkflow.runAsStep({
    input: transform({ items, listed, input, prepared }, (data) => ({
      inventory_levels: data.listed.flatMap((one, index) =>
        one.variant_ids.map((variant_id, n) => ({
          inventory_item_id: data.items[variant_id] ?? "",
          location_id: data.prepared.shop.location_id,
          stocked_quantity: data.input.listings[index]?.product.variants[n]?.stock ?? 0,
        })),
      ),
    })),
  });
  recordListingsStep(
    transform({ listed, prepared }, (data) =>
      data.prepared.supplies.map((supply, index) => ({
        ...supply,
        product_id: data.listed[index]?.product_id ?? "",
      })),
    ),
  );
  refreshGoodsStep(
    transform({ listed }, (data) => ({ product_ids: data.listed.map((one) => one.product_id) })),
  );
  return new WorkflowResponse(transform({ listed }, (data) => ({ products: data.listed })));
});
