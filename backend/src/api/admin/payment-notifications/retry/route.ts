import { retryNotificationWorkflow } from "../../../../workflows/payment/retry-notification";
import { door } from "../../../_door";

export const POST = door("POST /admin/payment-notifications/retry", async ({ body, scope }) => {
  await retryNotificationWorkflow(scope).run({ input: body });
  return { ok: true };
});
