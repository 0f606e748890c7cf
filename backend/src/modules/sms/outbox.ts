/** The SQL of the outbox. A message names its household and its subject; number and text are found when it is sent. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";
import { z } from "zod";

/** A message that waits to be sent. */
export interface OutboxMessage {
  id: string;
  household_id: string;
  /** What it is about: the evidence whose code it carries. */
  subject_id: string;
  asked_by: string;
}

const row = z.object({
  id: z.string(),
  household_id: z.string(),
  subject_id: z.string(),
  asked_by: z.string(),
});

/** How long one attempt may take before another process tries, in seconds. */
const LEASE_S = 30;

/** How long whoever puts a message has it alone, to send it and answer with what became of it, in seconds. */
const HEAD_START_S = 10;

/** Puts a message into the outbox; the sweep leaves it to its caller for a moment. */
export async function putMessage(
  db: Knex,
  message: Omit<OutboxMessage, "id"> & { expires_at: Date },
): Promise<string> {
  const id = generateEntityId(undefined, "sms");
  await db.raw(
    `insert into sms_message (id, household_id, purpose, subject_id, asked_by, expires_at, next_try_at)
     values (:id, :household_id, 'confirmation_code', :subject_id, :asked_by, :expires_at,
       now() + make_interval(secs => ${HEAD_START_S}))`,
    { ...message, id },
  );
  return id;
}

/**
 * Takes messages that are due, each for one process at a time; `id` takes that one alone, which need not be due
 * when nobody has tried it.
 */
export async function takeDue(
  db: Knex,
  limit: number,
  id: string | null,
): Promise<OutboxMessage[]> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update sms_message set tries = tries + 1, next_try_at = now() + make_interval(secs => ${LEASE_S} * (tries + 1))
      where id in (select id from sms_message
                    where sent_at is null and expires_at > now() and (next_try_at <= now() or (id = cast(:id as text) and tries = 0))
                      and (cast(:id as text) is null or id = cast(:id as text))
                    order by next_try_at limit :limit for update skip locked)
      returning id, household_id, subject_id, asked_by`,
    { id, limit },
  );
  return z.array(row).parse(rows);
}

/** Notes what became of an attempt. */
export async function noteAttempt(db: Knex, id: string, error: string | null): Promise<void> {
  await db.raw(
    `update sms_message set sent_at = case when cast(:error as text) is null then now() end, error = cast(:error as text)
      where id = :id`,
    { id, error },
  );
}
