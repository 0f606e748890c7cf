/** The rows of a plain purchase, each time in one statement. */
import { setTimeout as sleep } from "node:timers/promises";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import type { Claim } from "../../modules/checkout";
import { medusaAddress, mergedItems } from "./build-cart";
import { newLineIds, type DirectIds } from "./direct-ids";
import type { PlaceOrderInput } from "./place-order";

const outcomeSchema = z.discriminatedUnion("outcome", [
  /** It stands, unpaid, its stock reserved on these levels. */
  z.object({
    outcome: z.literal("placed"),
    total_fen: z.int(),
    currency_code: z.string(),
    level_ids: z.array(z.string()),
  }),
  /** Nothing was written: the buyer saw another total. */
  z.object({ outcome: z.literal("price_changed"), total_fen: z.int() }),
  /** Nothing was written: too little stock, not plain, no such guest yet, or the key has its cart. */
  z.object({ outcome: z.enum(["sold_out", "other", "new_guest", "taken"]) }),
]);
type Outcome = z.infer<typeof outcomeSchema>;
/** An order that was placed. */
export type Placing = Extract<Outcome, { outcome: "placed" }>;

/** PostgreSQL's word for two that wait for each other: nothing was written, so it is tried again. */
const DEADLOCK = "40P01";
const TRIES = 3;
const PAUSE_MS = 40;

/** Places cart, order and reservations, if the purchase is plain. */
export async function placeRows(
  container: MedusaContainer,
  { body, buyer }: PlaceOrderInput,
  claim: Claim,
  ids: DirectIds,
): Promise<Outcome> {
  const asked = {
    ids,
    claim_id: claim.id,
    customer_id: buyer.customer_id,
    guest: body.email.toLowerCase(),
    email: body.email,
    sales_channel_id: buyer.sales_channel_id,
    provider_id: body.payment_provider_id,
    shipping_option_id: body.shipping_option_id ?? null,
    expected_total_fen: body.expected_total_fen ?? null,
    metadata: body.note ? { note: body.note } : null,
    address: medusaAddress(body.shipping_address),
    lines: mergedItems(body).map((item, at) => ({ at, ...item, ...newLineIds() })),
  };
  for (let tries = 1; ; tries++) {
    try {
      return outcomeSchema.parse(await call(container, "yigou_place_order", asked));
    } catch (error) {
      if (tries === TRIES || codeOf(error) !== DEADLOCK) throw error;
      await sleep(PAUSE_MS * tries * Math.random());
    }
  }
}

/** Takes an order back that nobody has paid. @returns false when it is paid, or waits for its money */
export async function unplaceRows(container: MedusaContainer, ids: DirectIds): Promise<boolean> {
  return z.boolean().parse(await call(container, "yigou_unplace_order", ids));
}

/** What the payment house said, and who holds the order. */
export interface Settlement {
  ids: DirectIds;
  claim_id: string;
  status: string;
  data: Record<string, unknown>;
  access_token_hash: string | null;
  work_unit_id: string | null;
  transfer_reference: string | null;
}

/** Books what the payment house said. @returns whether the order is paid or may wait for its money */
export async function settleRows(container: MedusaContainer, said: Settlement): Promise<boolean> {
  const end = z
    .enum(["settled", "refused"])
    .parse(await call(container, "yigou_settle_order", said));
  return end === "settled";
}

type Called = "yigou_place_order" | "yigou_unplace_order" | "yigou_settle_order";

async function call(container: MedusaContainer, name: Called, asked: object): Promise<unknown> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { result: unknown }[] }>(
    `select ${name}(?::jsonb) as result`,
    [JSON.stringify(asked)],
  );
  return rows[0]?.result;
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
