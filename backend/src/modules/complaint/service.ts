/** Keeps complaints. Each step is one statement that only the first of two at once can make, and leaves an event. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { ComplaintState } from "../../contract/complaint";
import { refuse } from "../../refuse";
import { type DueMail, noteMail, takeMails } from "./mail";
import { COLUMNS, complaintRow, eventRow, type ComplaintEvent, type KeptComplaint } from "./rows";
import { makeStep, note, type Move } from "./step";
import { usedUnits, type Used } from "./used";

export type { ComplaintEvent, KeptComplaint } from "./rows";
export type { DueMail } from "./mail";
export type { Move } from "./step";

/** A complaint to open. */
export interface NewComplaint extends Omit<
  KeptComplaint,
  "offer_fen" | "agreed_fen" | "refund_fen" | "state" | "escalated" | "due_at"
> {
  due_at: string;
  rule_pack_id: string | null;
  /** Units of the line that may be complained about in all. */
  most: number;
}

interface Rows {
  rows: unknown[];
}

/** Register over `complaint` and `complaint_event`. */
export class ComplaintModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /**
   * Opens a complaint; of two at once about one line one wins.
   *
   * @throws refusal `complaint_open`, `complaint_too_many`
   */
  async open({ most, ...complaint }: NewComplaint, by: string): Promise<void> {
    await this.#db.transaction(async (trx) => {
      await trx.raw(`select pg_advisory_xact_lock(hashtextextended(?, 11))`, [
        `complaint:${complaint.order_line_id}`,
      ]);
      const before = await usedUnits(trx, [complaint.order_line_id]);
      const { used = 0, open = false } = before.get(complaint.order_line_id) ?? {};
      if (open) throw refuse("complaint_open");
      if (used + complaint.quantity > most)
        throw refuse("complaint_too_many", { field: "quantity", left: Math.max(0, most - used) });
      await trx("complaint").insert({ ...complaint, state: "open" });
      await note(trx, {
        complaint_id: complaint.id,
        at: complaint.opened_at,
        party: "buyer",
        by,
        state: "open",
        amount_fen: complaint.wish_fen,
        text: complaint.text,
        due_at: complaint.due_at,
      });
    });
  }

  /**
   * Makes a step, once.
   *
   * @throws refusal `complaint_too_late` when a deadline lies between, `state_conflict` otherwise
   */
  async move(id: string, step: Move): Promise<KeptComplaint> {
    return this.#db.transaction((trx) => makeStep(trx, id, step));
  }

  /** @throws refusal `not_found` */
  async get(id: string): Promise<KeptComplaint> {
    const [found] = await this.#read("id = ?", [id]);
    if (!found) throw refuse("not_found");
    return found;
  }

  /** The complaints of an order, the oldest first. */
  async ofOrder(order_id: string): Promise<KeptComplaint[]> {
    return this.#read("order_id = ? order by opened_at, id", [order_id]);
  }

  /** Complaints in a state whose deadline is over. */
  async overdue(
    states: readonly ComplaintState[],
    now: Date,
    most: number,
  ): Promise<KeptComplaint[]> {
    return this.#read("state = any(?::text[]) and due_at <= ? order by due_at limit ?", [
      [...states],
      now,
      most,
    ]);
  }

  /** Complaints whose money has not gone back yet. */
  async unpaid(most: number): Promise<KeptComplaint[]> {
    return this.#read("state = 'agreed' order by opened_at limit ?", [most]);
  }

  /**
   * A page: what is due first comes first, then what waits for others, then what is over.
   *
   * @param cooperative_id whose; null for everybody's
   * @param waits_in the states that wait for the reader
   */
  async list(
    { cooperative_id, waits_in, only }: Wanted,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ complaints: KeptComplaint[]; count: number; waiting: number }> {
    const own = `(cast(:cooperative_id as text) is null or cooperative_id = :cooperative_id)`;
    const waits = `state = any(cast(:waits_in as text[]))`;
    const values = { cooperative_id, waits_in: [...waits_in], limit, offset };
    const shown = only ? `${own} and ${waits}` : own;
    const found = await this.#db.raw<Rows>(
      `select ${COLUMNS} from complaint where ${shown}
        order by ${waits} desc, due_at is null, case when due_at is null then opened_at end desc, due_at, id
        limit :limit offset :offset`,
      values,
    );
    const counted = await this.#db.raw<Rows>(
      `select count(*)::int as count, (count(*) filter (where ${waits}))::int as waiting
         from complaint where ${own}`,
      values,
    );
    const sums = z.object({ count: z.int(), waiting: z.int() }).parse(counted.rows[0]);
    return {
      complaints: z.array(complaintRow).parse(found.rows),
      count: only ? sums.waiting : sums.count,
      waiting: sums.waiting,
    };
  }

  /** Every step of some complaints, the oldest first. */
  async history(ids: readonly string[]): Promise<ComplaintEvent[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select complaint_id, at, party, state, amount_fen, text, due_at from complaint_event
        where complaint_id = any(?::text[]) order by id`,
      [[...ids]],
    );
    return z.array(eventRow).parse(rows);
  }

  /** Units of lines that complaints are about already, and whether one is being dealt with. */
  async used(order_line_ids: readonly string[]): Promise<Map<string, Used>> {
    return usedUnits(this.#db, order_line_ids);
  }

  /** Takes mails to buyers that are due, the oldest first. */
  async takeMails(limit: number): Promise<DueMail[]> {
    return takeMails(this.#db, limit);
  }

  /** Notes what became of a mail. */
  async noteMail(event_id: string, outcome: "sent" | "dropped"): Promise<void> {
    return noteMail(this.#db, event_id, outcome);
  }

  async #read(
    where: string,
    values: (string | number | Date | string[])[],
  ): Promise<KeptComplaint[]> {
    const { rows } = await this.#db.raw<Rows>(
      `select ${COLUMNS} from complaint where ${where}`,
      values,
    );
    return z.array(complaintRow).parse(rows);
  }
}

/** Which complaints a list is about. */
interface Wanted {
  cooperative_id: string | null;
  waits_in: readonly ComplaintState[];
  /** Only those that wait for the reader. */
  only: boolean;
}
