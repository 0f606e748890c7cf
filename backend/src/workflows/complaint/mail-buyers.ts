/** Tells buyers by e-mail what the cooperative, the platform, a deadline or the payment has done about complaints. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { env } from "../../env";
import {
  COMPLAINT_MODULE,
  type ComplaintModuleService,
  type DueMail,
} from "../../modules/complaint";
import { sendMail } from "../mail/send-mail";
import { mailOf } from "./mail-words";

interface MailInput {
  limit: number;
}

// No undo: a mail that was taken is taken; one that was not is due again later.
const mailBuyersStep = createStep("mail-buyers", async ({ limit }: MailInput, { container }) => {
  const complaints = container.resolve<ComplaintModuleService>(COMPLAINT_MODULE);
  const due = await complaints.takeMails(limit);
  const addresses = await addressesOf(container, due);
  let sent = 0;
  for (const mail of due) {
    const to = addresses.get(mail.order_id);
    const words = mailOf(mail, `${env.YIGOU_SHOP_URL}/orders/${mail.order_id}`);
    if (!to || !words) await complaints.noteMail(mail.event_id, "dropped");
    else if (await sendMail(container, { ...mailHead(mail), to, ...words })) {
      await complaints.noteMail(mail.event_id, "sent");
      sent += 1;
    }
  }
  return new StepResponse({ sent });
});

function mailHead({ event_id, complaint_id }: DueMail) {
  return { template: "complaint", key: event_id, facts: { complaint_id } };
}

async function addressesOf(
  container: MedusaContainer,
  due: readonly DueMail[],
): Promise<Map<string, string>> {
  if (due.length === 0) return new Map();
  const orders = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: due.map((mail) => mail.order_id) }, { select: ["id", "email"] });
  return new Map(orders.flatMap(({ id, email }) => (email ? [[id, email] as const] : [])));
}

/** Hands over mails that are due. */
export const mailBuyersWorkflow = createWorkflow("mail-buyers", (input: MailInput) => {
  return new WorkflowResponse(mailBuyersStep(input));
});
