/** The inbox of payment notifications. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { backoff_s, MAX_ATTEMPTS, type FailingEvent, type InboxEvent } from "./event-table";
import { judgeSignature, signBody, type SignatureVerdict } from "./signature";

interface Rows<T> {
  rows: T[];
}

/** How long a worker may hold an event before another one tries it. */
const HOLD_S = 60;

/** Stores notifications and hands each to one worker at a time. */
export class InboxService {
  readonly #pg: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#pg = __pg_connection__;
  }

  /** Judges the signature of a raw body. */
  judge(header: string | undefined, body: Buffer, secret: string): SignatureVerdict {
    return judgeSignature(header, body, { secret, now_s: Math.floor(Date.now() / 1000) });
  }

  /** Signs a body, for senders of our own. */
  sign(body: string, secret: string): string {
    return signBody(body, secret, Math.floor(Date.now() / 1000));
  }

  /** Stores an event. @returns false when the same event was stored before */
  async store(event: Omit<InboxEvent, "attempts">): Promise<boolean> {
    const stored = await this.#pg.raw<Rows<{ event_id: string }>>(
      `insert into inbox_event (provider, event_id, body) values (:provider, :event_id, :body)
       on conflict do nothing returning event_id`,
      { ...event, body: JSON.stringify(event.body) },
    );
    return stored.rows.length === 1;
  }

  /** Takes due events to work on; while they are held nobody else gets them. */
  async take(limit: number, only?: { provider: string; event_id: string }): Promise<InboxEvent[]> {
    const taken = await this.#pg.raw<Rows<InboxEvent>>(
      `update inbox_event e set attempts = attempts + 1, next_try_at = now() + make_interval(secs => :hold_s)
       from (select provider, event_id from inbox_event
             where state = 'waiting' and next_try_at <= now()
               and (cast(:event_id as text) is null or (event_id = :event_id and provider = :provider))
             order by next_try_at limit :limit for update skip locked) due
       where e.provider = due.provider and e.event_id = due.event_id
       returning e.provider, e.event_id, e.body, e.attempts`,
      { hold_s: HOLD_S, limit, event_id: only?.event_id ?? null, provider: only?.provider ?? null },
    );
    return taken.rows;
  }

  /** Notes that the payment house has given a refund. */
  async noteRefundGiven(refund_id: string): Promise<void> {
    await this.#pg.raw(
      `insert into refund_given (refund_id) values (:refund_id) on conflict do nothing`,
      { refund_id },
    );
  }

  /** Marks an event as done. */
  async done({ provider, event_id }: InboxEvent): Promise<void> {
    await this.#pg.raw(
      `update inbox_event set state = 'done', done_at = now(), last_error = null
       where provider = :provider and event_id = :event_id`,
      { provider, event_id },
    );
  }

  /** Puts an event back for a later try, or lays it aside for a person after too many. */
  async failed(
    { provider, event_id, attempts }: InboxEvent,
    reason: string,
  ): Promise<"waiting" | "dead"> {
    const state = attempts >= MAX_ATTEMPTS ? "dead" : "waiting";
    await this.#pg.raw(
      `update inbox_event set state = :state, last_error = :reason,
         next_try_at = now() + make_interval(secs => :wait_s)
       where provider = :provider and event_id = :event_id and state = 'waiting'`,
      { state, reason: reason.slice(0, 500), wait_s: backoff_s(attempts), provider, event_id },
    );
    return state;
  }

  /** Events whose effect has failed more than once; those that wait for a person first, then the oldest. */
  async listFailing({
    limit,
    offset,
  }: {
    limit: number;
    offset: number;
  }): Promise<{ events: FailingEvent[]; count: number }> {
    const failing = `from inbox_event where state <> 'done' and (state = 'dead' or attempts > 1 and last_error is not null)`;
    const counted = await this.#pg.raw<Rows<{ count: number }>>(
      `select count(*)::int as count ${failing}`,
    );
    const found = await this.#pg.raw<Rows<FailingEvent>>(
      `select provider, event_id, coalesce(body ->> 'type', '') as type, state, attempts, last_error,
         received_at, next_try_at ${failing}
       order by state = 'dead' desc, received_at limit :limit offset :offset`,
      { limit, offset },
    );
    return { events: found.rows, count: counted.rows[0]?.count ?? 0 };
  }

  /** Lets an event that waits for a person be tried again. @returns false when there is no such event */
  async revive({ provider, event_id }: { provider: string; event_id: string }): Promise<boolean> {
    const revived = await this.#pg.raw<Rows<unknown>>(
      `update inbox_event set state = 'waiting', attempts = 0, next_try_at = now()
       where provider = :provider and event_id = :event_id and state = 'dead' returning event_id`,
      { provider, event_id },
    );
    return revived.rows.length === 1;
  }
}
