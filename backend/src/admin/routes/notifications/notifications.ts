/** The two calls of the page of payment notifications. */
import { refusalSchema } from "../../../contract/errors";
import { routes } from "../../../contract/routes";

/** A notification whose effect keeps failing. */
export type Notification = Awaited<ReturnType<typeof readNotifications>>[number];

/** Reads them, at most 100. */
export async function readNotifications() {
  const reply = await fetch("/admin/payment-notifications?limit=100", { credentials: "include" });
  return routes["GET /admin/payment-notifications"].reply.parse(await accepted(reply))
    .notifications;
}

/** Lets one be tried again. */
export async function tryAgain({
  provider,
  event_id,
}: Pick<Notification, "provider" | "event_id">): Promise<void> {
  const reply = await fetch("/admin/payment-notifications/retry", {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ provider, event_id }),
  });
  await accepted(reply);
}

async function accepted(reply: Response): Promise<unknown> {
  const body: unknown = await reply.json();
  if (reply.ok) return body;
  const refusal = refusalSchema.safeParse(body);
  throw new Error(
    refusal.success
      ? `${refusal.data.message_zh ?? ""} ${refusal.data.message}`
      : String(reply.status),
  );
}
