/** Hands a mail to Medusa's notification module, whose provider is a setting. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

import { describe } from "../../log";

/** A mail as it is handed over. */
export interface Mail {
  /** What it is about, such as "news". */
  template: string;
  /** Of the same template and key one mail is sent. */
  key: string;
  to: string;
  subject: string;
  text: string;
  /** What is kept with it besides. */
  facts?: Record<string, string>;
}

/** @returns false when nobody took it: it is due again later */
export async function sendMail(
  container: MedusaContainer,
  { template, key, to, subject, text, facts }: Mail,
): Promise<boolean> {
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to,
      channel: "email",
      template,
      idempotency_key: `${template}:${key}`,
      // NOTE: Medusa keeps the data of a notification and not its content.
      data: { subject, text, ...facts },
    });
    return true;
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    logger.warn(`a mail (${template}) is not sent yet: ${describe(error)}`);
    return false;
  }
}
