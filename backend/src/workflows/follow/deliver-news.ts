/** Hands mails that are due to Medusa's notification module, whose provider is a setting. */
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../../env";
import { FOLLOW_MODULE, type DueMail, type FollowModuleService } from "../../modules/follow";
import { followedSubjects } from "../../queries/follow/subjects";
import { sendMail } from "../mail/send-mail";

interface DeliverInput {
  limit: number;
}

// No undo: a mail that was taken is taken; one that was not is due again later.
const deliverNewsStep = createStep(
  "deliver-news",
  async ({ limit }: DeliverInput, { container }) => {
    const service = container.resolve<FollowModuleService>(FOLLOW_MODULE);
    await service.dropHopeless();
    const due = await service.takeDue(limit);
    const find = await followedSubjects(container, due);
    const addresses = await addressesOf(container, due);
    let sent = 0;
    for (const mail of due) {
      const subject = find(mail.kind, mail.subject_id);
      const to = addresses.get(mail.customer_id);
      // Consent, follow and news are asked again at the last moment.
      if (!mail.stands || !subject || !to) await service.note(mail, "dropped");
      else if (await send(container, mail, { to, ...subject })) {
        await service.note(mail, "sent");
        sent += 1;
      }
    }
    return new StepResponse({ sent });
  },
);

async function addressesOf(
  container: MedusaContainer,
  due: readonly DueMail[],
): Promise<Map<string, string>> {
  if (due.length === 0) return new Map();
  const customers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ id: due.map((mail) => mail.customer_id) }, { select: ["id", "email"] });
  return new Map(customers.flatMap(({ id, email }) => (email ? [[id, email] as const] : [])));
}

function send(
  container: MedusaContainer,
  mail: DueMail,
  { to, name, handle }: { to: string; name: string; handle: string },
): Promise<boolean> {
  const path = mail.kind === "household" ? "households" : "villages";
  const page = `${env.YIGOU_SHOP_URL}/${path}/${handle}`;
  const end = `${env.YIGOU_SHOP_URL}/unfollow/${mail.token}`;
  const text = [mail.zh, mail.en, page, `不再接收 / Unsubscribe: ${end}`].filter(Boolean);
  return sendMail(container, {
    template: "news",
    key: `${mail.news_id}:${mail.follow_id}`,
    to,
    subject: `${name} · 以购 Yigou`,
    text: text.join("\n\n"),
  });
}

/** Delivers mails that are due. */
export const deliverNewsWorkflow = createWorkflow("deliver-news", (input: DeliverInput) => {
  return new WorkflowResponse(deliverNewsStep(input));
});
