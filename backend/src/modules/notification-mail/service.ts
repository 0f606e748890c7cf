/**
 * Hands mails to an SMTP server. Without one nothing leaves this machine: Medusa keeps each mail in its table
 * of notifications, and one line of the log says that it was kept, without the address.
 */
import type { Logger, NotificationTypes } from "@medusajs/framework/types";
import { AbstractNotificationProviderService } from "@medusajs/framework/utils";
import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";

/** Where mails go, and from whom they come. */
export interface MailOptions {
  /** Such as smtp://user:password@host:587; empty for none. */
  smtp_url: string;
  from: string;
}

const mailSchema = z.object({ subject: z.string(), text: z.string() });
const TIMEOUT_MS = 15_000;

/** The provider. */
export class MailProvider extends AbstractNotificationProviderService {
  static override identifier = "mail";

  readonly #transport: Transporter | null;
  readonly #from: string;
  readonly #logger: Logger;

  constructor({ logger }: { logger: Logger }, { smtp_url, from }: MailOptions) {
    super();
    this.#logger = logger;
    this.#from = from;
    this.#transport =
      smtp_url === ""
        ? null
        : createTransport({
            url: smtp_url,
            connectionTimeout: TIMEOUT_MS,
            socketTimeout: TIMEOUT_MS,
          });
  }

  override async send(
    notification: NotificationTypes.ProviderSendNotificationDTO,
  ): Promise<NotificationTypes.ProviderSendNotificationResultsDTO> {
    const { to, data, template } = notification;
    if (!this.#transport) {
      this.#logger.info(`mail "${template}" kept: no SMTP server is set`);
      return {};
    }
    const sent: unknown = await this.#transport.sendMail({
      from: this.#from,
      to,
      ...mailSchema.parse(data),
    });
    return idOf(sent);
  }
}

function idOf(sent: unknown): { id?: string } {
  if (typeof sent !== "object" || sent === null || !("messageId" in sent)) return {};
  return typeof sent.messageId === "string" ? { id: sent.messageId } : {};
}
