/**
 * Goods, prices or stock changed: renew their rows on the shelf. Changes of a moment are gathered, so
 * that a rush of purchases renews each good once. What a crash forgets, the job repairs.
 */
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { describe } from "../log";
import { refreshChangedWorkflow, type ChangedThings } from "../workflows/shelf/refresh-changed";

type Kind = keyof ChangedThings;

const kinds: Record<string, Kind> = {
  "product.created": "products",
  "product.updated": "products",
  "product.deleted": "products",
  "product-variant.created": "variants",
  "product-variant.updated": "variants",
  "product-variant.deleted": "variants",
  "pricing.price.created": "prices",
  "pricing.price.updated": "prices",
  "pricing.price.deleted": "prices",
  "inventory.inventory-level.created": "levels",
  "inventory.inventory-level.updated": "levels",
};

const GATHER_MS = 250;

const gathered = new Map<string, Kind>();
let waiting = false;

export default async function refreshShelf({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const kind = kinds[event.name];
  if (!kind) return;
  gathered.set(event.data.id, kind);
  if (waiting) return;
  waiting = true;
  setTimeout(() => void renew(container), GATHER_MS).unref();
}

async function renew(container: MedusaContainer): Promise<void> {
  waiting = false;
  const of = (kind: Kind) => [...gathered].flatMap(([id, its]) => (its === kind ? [id] : []));
  const input = {
    products: of("products"),
    variants: of("variants"),
    prices: of("prices"),
    levels: of("levels"),
  };
  gathered.clear();
  try {
    await refreshChangedWorkflow(container).run({ input });
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`shelf not renewed: ${describe(error)}`);
  }
}

export const config: SubscriberConfig = { event: Object.keys(kinds) };
