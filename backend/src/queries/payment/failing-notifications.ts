/** Payment notifications whose effect has failed more than once, those that wait for a person first. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Query, Reply } from "../../contract/routes";
import { INBOX_MODULE, type InboxService } from "../../modules/inbox";

/** A page of them. */
export async function listFailingNotifications(
  scope: MedusaContainer,
  page: Query<"GET /admin/payment-notifications">,
): Promise<Reply<"GET /admin/payment-notifications">> {
  const { events, count } = await scope.resolve<InboxService>(INBOX_MODULE).listFailing(page);
  const notifications = events.map(({ received_at, next_try_at, state, ...event }) => ({
    ...event,
    state,
    received_at: received_at.toISOString(),
    next_try_at: state === "waiting" ? next_try_at.toISOString() : null,
  }));
  return { notifications, count };
}
