/**
 * The payment webhook, in place of Medusa's own: it verifies the signature over the raw body and its
 * age, stores the event, and only then answers. The work is done afterwards, from the store.
 */
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { failpoint } from "../../../../failpoints";
import { describe } from "../../../../log";
import { refuse } from "../../../../refuse";
import { receiveEventWorkflow } from "../../../../workflows/payment/receive-event";
import { verifyWebhook } from "../../../../workflows/payment/verify-webhook";
import { workInboxWorkflow } from "../../../../workflows/payment/work-inbox";

const providerSchema = z.string().regex(/^[a-z0-9_-]{3,60}$/);

export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const provider = providerSchema.safeParse(req.params.provider);
  if (!provider.success) throw refuse("not_found");
  const raw = Buffer.isBuffer(req.rawBody) ? req.rawBody : Buffer.alloc(0);
  const header = (name: string) => req.get(name);
  const body = verifyWebhook(req.scope, { provider: provider.data, header, raw });

  const event = { provider: provider.data, event_id: body.event_id };
  await receiveEventWorkflow(req.scope).run({ input: { ...event, body } });
  res.sendStatus(200);
  failpoint("receive-event:acknowledged");

  workInboxWorkflow(req.scope)
    .run({ input: { limit: 1, only: event } })
    .catch((error: unknown) => {
      // The sweep of the inbox tries again; the sender has its answer already.
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`payment event is left to the sweep: ${describe(error)}`);
    });
}
