/** Mails about complaints on their way: one for each step that somebody else than the buyer has made. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import { eventRow } from "./rows";

const dueRow = eventRow.extend({
  event_id: z.coerce.string(),
  order_id: z.string(),
  display_id: z.int(),
  title: z.string(),
  /** Whether the money that this step agrees on has gone back already, of which the next mail tells. */
  is_overtaken: z.boolean(),
});
/** A mail that is due: the step that it tells of, and the complaint's order and goods. */
export type DueMail = z.infer<typeof dueRow>;

/** Minutes until a mail that was not taken is tried again: 1, 2, 4 … 64, then no more. */
const MOST_ATTEMPTS = 8;

interface Rows {
  rows: unknown[];
}

/** A mail for a step, in the step's own transaction. */
export async function putMail(trx: Knex.Transaction, event_id: string): Promise<void> {
  await trx.raw(`insert into complaint_mail (event_id) values (?)`, [event_id]);
}

/** Takes mails that are due, each for one process at a time; a process that dies lets them be due again. */
export async function takeMails(db: Knex, limit: number): Promise<DueMail[]> {
  await db.raw(
    `update complaint_mail set dropped_at = now() where sent_at is null and dropped_at is null and attempts >= ?`,
    [MOST_ATTEMPTS],
  );
  const { rows } = await db.raw<Rows>(
    `with due as (
       select event_id from complaint_mail where sent_at is null and dropped_at is null and due_at <= now()
        order by event_id limit ? for update skip locked),
     taken as (
       update complaint_mail m set attempts = attempts + 1, due_at = now() + make_interval(mins => 1 << attempts)
         from due where m.event_id = due.event_id returning m.event_id)
     select t.event_id::text, e.complaint_id, e.at, e.party, e.state, e.amount_fen, e.text, e.due_at,
            c.order_id, c.display_id, c.title,
            e.state = 'agreed' and c.state = 'refunded' as is_overtaken
       from taken t join complaint_event e on e.id = t.event_id join complaint c on c.id = e.complaint_id
      order by e.id`,
    [limit],
  );
  return z.array(dueRow).parse(rows);
}

/** Notes what became of a mail: sent, or not to be sent any more. */
export async function noteMail(
  db: Knex,
  event_id: string,
  outcome: "sent" | "dropped",
): Promise<void> {
  await db.raw(`update complaint_mail set ${outcome}_at = now() where event_id = ?`, [event_id]);
}
