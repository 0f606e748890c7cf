/** Asks the payment houses for what they never told us: a notification may be lost on its way. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, PaymentActions } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { describe } from "../../log";
import { type Dated, oldEnough, oldOrAhead } from "../order/first-seen";
import { standingAtProvider } from "./ask-provider";
import { fetchMissed } from "./fetch-missed";
import { settleFailedSession, settlePaidSession } from "./settle-session";

/** How long, in seconds, a payment house may take to tell us by itself. */
export interface ReconcileInput {
  age_s: number;
}

/** A card is held, or the money is taken: the buyer has paid. */
const PAID = new Set<string>([PaymentActions.SUCCESSFUL, PaymentActions.AUTHORIZED]);
const FAILED = new Set<string>([PaymentActions.FAILED, PaymentActions.CANCELED]);

interface Rows<T> {
  rows: T[];
}

interface OpenSession extends Dated {
  session_id: string;
  provider_id: string;
}

// No undo: what a payment house has taken is taken.
const reconcileStep = createStep("reconcile", async ({ age_s }: ReconcileInput, { container }) => {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  let settled = 0;
  for (const session of await findOpenSessions(container, age_s)) {
    try {
      const standing = await standingAtProvider(container, session);
      if (PAID.has(standing)) await settlePaidSession(container, session.session_id);
      else if (FAILED.has(standing)) await settleFailedSession(container, session.session_id);
      else continue;
      settled += 1;
    } catch (error) {
      logger.warn(`session ${session.session_id} is decided but not settled: ${describe(error)}`);
    }
  }
  try {
    return new StepResponse({ settled, fetched: await fetchMissed(container) });
  } catch (error) {
    logger.warn(`Stripe cannot be asked for what never came: ${describe(error)}`);
    return new StepResponse({ settled, fetched: 0 });
  }
});

/** Settles sessions that a payment house calls paid or failed and we do not. */
export const reconcileWorkflow = createWorkflow("reconcile", (input: ReconcileInput) => {
  return new WorkflowResponse(reconcileStep(input));
});

/** Sessions of the last three days without a payment; a bank transfer is told by a person, not asked for. */
async function findOpenSessions(container: MedusaContainer, age_s: number): Promise<OpenSession[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<OpenSession>>(
    `select s.id as session_id, s.provider_id, s.created_at > now() as is_ahead from payment_session s
     where s.deleted_at is null and s.provider_id <> 'pp_bank_transfer'
       and s.status in ('pending', 'requires_more', 'pending_authorization')
       and s.created_at > now() - interval '3 days' and ${oldOrAhead("s.created_at")}
       and not exists (select 1 from payment p where p.payment_session_id = s.id and p.deleted_at is null)
     order by s.created_at desc limit 200`,
    { age_s },
  );
  return oldEnough(found.rows, ({ session_id }) => session_id, age_s);
}
