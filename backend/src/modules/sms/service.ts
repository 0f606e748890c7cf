/** Keeps the outbox and hands messages to the provider of the setting. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { env } from "../../env";
import { noteAttempt, putMessage, takeDue, type OutboxMessage } from "./outbox";
import { httpProvider, type SmsProvider, type SmsText } from "./provider";

/** The outbox and its provider. */
export class SmsModuleService {
  readonly #db: Knex;
  readonly #provider: SmsProvider | null =
    env.YIGOU_SMS_URL === "" ? null : httpProvider(env.YIGOU_SMS_URL, env.YIGOU_SMS_TOKEN);

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Whether messages can be sent at all. */
  get isConfigured(): boolean {
    return this.#provider !== null;
  }

  /** Puts a message into the outbox. */
  async put(message: Omit<OutboxMessage, "id"> & { expires_at: Date }): Promise<string> {
    return putMessage(this.#db, message);
  }

  /** Takes a message out that is not sent yet; safe to run twice. */
  async drop(id: string): Promise<void> {
    await this.#db.raw(`delete from sms_message where id = ? and sent_at is null`, [id]);
  }

  /** Takes messages that are due, each for one process at a time; `id` takes that one alone. */
  async take(limit: number, id: string | null = null): Promise<OutboxMessage[]> {
    return takeDue(this.#db, limit, id);
  }

  /**
   * Hands a message to the provider and notes what became of it.
   *
   * @returns whether the provider has taken it; if not, it is due again later
   */
  async send(message: SmsText): Promise<boolean> {
    if (!this.#provider) return false;
    try {
      await this.#provider.send(message);
      await noteAttempt(this.#db, message.id, null);
      return true;
    } catch (error) {
      await noteAttempt(this.#db, message.id, error instanceof Error ? error.name : "Error");
      return false;
    }
  }
}
