/** The cards that a buyer has saved. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { z } from "zod";

import { savedCardSchema, type SavedCard } from "../../contract/saved-card";
import { env } from "../../env";
import {
  CARD_HOUSE,
  holderContext,
  SAVED_CARD_MODULE,
  type SavedCardModuleService,
} from "../../modules/saved-card";

/** @returns none for who never saved one, and while the shop takes no cards */
export async function myCards(scope: MedusaContainer, customer_id: string): Promise<SavedCard[]> {
  if (!env.STRIPE_API_KEY) return [];
  const service = scope.resolve<SavedCardModuleService>(SAVED_CARD_MODULE);
  const holder = await service.findHolder(customer_id);
  if (holder === null) return [];
  const asked = { provider_id: CARD_HOUSE, context: holderContext(holder) };
  const methods = await scope.resolve(Modules.PAYMENT).listPaymentMethods(asked);
  return z.array(savedCardSchema).parse(methods.map(({ data }) => data));
}
