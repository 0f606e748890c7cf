/** Pays a plain purchase: opens its session at the payment house, asks for the money, books the answer. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, PaymentSessionStatus } from "@medusajs/framework/utils";

import { fenToYuan } from "../../contract/fen";
import { failpoint } from "../../failpoints";
import { tokenHash, type Claim } from "../../modules/checkout";
import { holderContext } from "../../modules/saved-card";
import { refuse } from "../../refuse";
import { paymentHouses } from "../payment/payment-houses";
import type { DirectIds } from "./direct-ids";
import { settleRows, type Placing } from "./direct-rows";
import type { PlaceOrderInput } from "./place-order";
import { tokenFor } from "./purchase";

/** A purchase whose order stands, unpaid. */
export interface Unpaid {
  input: PlaceOrderInput;
  claim: Claim;
  ids: DirectIds;
  placing: Placing;
}

/**
 * Pays and books it.
 *
 * @throws refusal `payment_declined`; `payment_action_needed` with the `client_secret` when the buyer must confirm
 */
export async function payDirect(container: MedusaContainer, unpaid: Unpaid): Promise<void> {
  const { input, claim, ids, placing } = unpaid;
  const provider_id = input.body.payment_provider_id;
  const houses = paymentHouses(container);
  const { card_holder } = input;
  const context = {
    idempotency_key: ids.session,
    ...(card_holder ? holderContext(card_holder) : {}),
  };
  const wish = { ...input.body.payment_data };
  const opened = await houses.createSession(provider_id, {
    context,
    data: { ...wish, session_id: ids.session },
    amount: fenToYuan(placing.total_fen),
    currency_code: placing.currency_code,
  });
  const data = { ...wish, ...opened.data };
  const status = opened.status ?? PaymentSessionStatus.PENDING;
  await keepSession(container, unpaid, { data, status });
  failpoint("direct-order:session-opened");
  const said = await houses.authorizePayment(provider_id, { data, context });
  const after = { ...said.data };
  const { reference, client_secret } = after;
  const token = tokenFor(claim);
  const stands = await settleRows(container, {
    ids,
    claim_id: claim.id,
    status: said.status,
    data: after,
    access_token_hash: token ? tokenHash(token) : null,
    work_unit_id: claim.work_unit_id,
    transfer_reference: typeof reference === "string" ? reference : null,
  });
  if (stands) return;
  const word: string = said.status;
  if (word === "requires_more" && typeof client_secret === "string") {
    throw refuse("payment_action_needed", { client_secret });
  }
  throw refuse("payment_declined");
}

/** The session is known before anybody pays: whatever happens next, the house can be asked for it. */
async function keepSession(
  container: MedusaContainer,
  { input, ids }: Unpaid,
  { data, status }: { data: Record<string, unknown>; status: string },
): Promise<void> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  await pg.raw(
    `insert into payment_session (id, currency_code, amount, raw_amount, provider_id, data, status, payment_collection_id)
     select :id, c.currency_code, c.amount, c.raw_amount, :provider_id, cast(:data as jsonb), :status, c.id
       from payment_collection c where c.id = :collection`,
    {
      id: ids.session,
      provider_id: input.body.payment_provider_id,
      data: JSON.stringify(data),
      status,
      collection: ids.collection,
    },
  );
}
