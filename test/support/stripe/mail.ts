/** Signed webhooks with retries, in the order and as often as a test wants them. */
import { createHmac } from "node:crypto";

import type { Form } from "./form";
import { newId, now_s } from "./ids";

/** One event and what became of it. */
export interface Letter {
  id: string;
  type: string;
  body: string;
  delivered: boolean;
  tries: number;
}

const TRIES = 8;
const PAUSE_MS = 150;

/** Signs as Stripe does: HMAC-SHA256 over time and raw body. */
export function signatureOf(body: string, secret: string, at_s = now_s()): string {
  const digest = createHmac("sha256", secret).update(`${at_s}.${body}`).digest("hex");
  return `t=${at_s},v1=${digest}`;
}

/** The post of the house. */
export class Mail {
  readonly letters: Letter[] = [];
  /** Where letters go; nowhere until a shop has an address. */
  address: { url: string; secret: string } | null = null;
  /** While it is true letters stay here, to be sent later by `deliver`, in any order. */
  isHeld = false;

  /** Writes a letter and sends it by itself, unless post is held. */
  send(type: string, object: object): void {
    const id = newId("evt");
    const event = {
      id,
      object: "event",
      type,
      created: now_s(),
      livemode: false,
      data: { object },
    };
    const body = JSON.stringify(event);
    const letter = { id, type, body, delivered: false, tries: 0 };
    this.letters.push(letter);
    if (!this.isHeld) void this.#untilDelivered(letter);
  }

  /** Letters of a type about a thing, the oldest first. */
  about(type: string, id: string): Letter[] {
    return this.letters.filter((one) => one.type === type && one.body.includes(id));
  }

  /** `GET /v1/events`, the newest first: with `delivery_success=false` what never arrived. */
  list({ delivery_success, limit }: Form): object {
    const wanted = this.letters.filter(
      (one) => delivery_success === undefined || one.delivered === (delivery_success === "true"),
    );
    const data = wanted.toReversed().slice(0, Number(limit ?? 10));
    const events: unknown[] = data.map(({ body }): unknown => JSON.parse(body));
    return { object: "list", url: "/v1/events", has_more: false, data: events };
  }

  /** Sends a letter now, once, also one that has arrived before. @returns the shop's status */
  async deliver(letter: Letter): Promise<number> {
    letter.tries += 1;
    if (!this.address) return 0;
    const { url, secret } = this.address;
    try {
      const reply = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json; charset=utf-8",
          "stripe-signature": signatureOf(letter.body, secret),
        },
        body: letter.body,
        signal: AbortSignal.timeout(10_000),
      });
      await reply.arrayBuffer();
      letter.delivered ||= reply.ok;
      return reply.status;
    } catch {
      return 0;
    }
  }

  async #untilDelivered(letter: Letter): Promise<void> {
    while (!letter.delivered && letter.tries < TRIES) {
      const status = await this.deliver(letter);
      if (status >= 200 && status < 300) return;
      await new Promise((wake) => setTimeout(wake, PAUSE_MS * 2 ** letter.tries));
    }
  }
}
