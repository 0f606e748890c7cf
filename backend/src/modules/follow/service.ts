/** Keeps follows, news and mails on their way. */
import { randomBytes } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { FollowKind, News, NewsTopic } from "../../contract/follow";
import { refuse } from "../../refuse";

interface Rows<T> {
  rows: T[];
}

/** Whom it is about. */
interface Subject {
  kind: FollowKind;
  subject_id: string;
}

/** A mail that is due. */
export interface DueMail extends Subject {
  news_id: string;
  follow_id: string;
  customer_id: string;
  token: string;
  topic: NewsTopic;
  zh: string;
  en: string;
  /** Whether it may still be sent: the news stands and the follow too. */
  stands: boolean;
}

/** Minutes until a mail that was not taken is tried again: 1, 2, 4 … 64, then no more. */
const MOST_ATTEMPTS = 8;

/** Register over the tables `follow`, `news` and `news_mail`. */
export class FollowModuleService {
  readonly #db: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__;
  }

  /** Follows; whoever follows already only changes whether mails come. Answers the id. */
  async follow(follow: Subject & { customer_id: string; by_mail: boolean }): Promise<string> {
    const row = {
      ...follow,
      id: generateEntityId(undefined, "foll"),
      token: randomBytes(32).toString("base64url"),
    };
    const kept = await this.#db.raw<Rows<{ id: string }>>(
      `insert into follow (id, kind, subject_id, customer_id, by_mail, token)
       values (:id, :kind, :subject_id, :customer_id, :by_mail, :token)
       on conflict (customer_id, kind, subject_id) where ended_at is null do update set by_mail = excluded.by_mail
       returning id`,
      row,
    );
    return kept.rows[0]?.id ?? row.id;
  }

  /** Ends a customer's own follow. @throws refusal `not_found` */
  async end(id: string, customer_id: string): Promise<void> {
    const ended = await this.#db.raw<Rows<{ id: string }>>(
      `update follow set ended_at = now() where id = ? and customer_id = ? and ended_at is null returning id`,
      [id, customer_id],
    );
    if (ended.rows.length === 0) throw refuse("not_found");
  }

  /** Ends a follow by the link of a mail; again it changes nothing. @throws refusal `not_found` */
  async endByToken(token: string): Promise<void> {
    const ended = await this.#db.raw<Rows<{ id: string }>>(
      `update follow set ended_at = coalesce(ended_at, now()) where token = ? returning id`,
      [token],
    );
    if (ended.rows.length === 0) throw refuse("not_found");
  }

  /** What a customer follows. */
  async followsOf(
    customer_id: string,
  ): Promise<(Subject & { id: string; by_mail: boolean; created_at: Date })[]> {
    const found = await this.#db.raw<
      Rows<Subject & { id: string; by_mail: boolean; created_at: Date }>
    >(
      `select id, kind, subject_id, by_mail, created_at from follow
        where customer_id = ? and ended_at is null order by created_at desc, id limit 200`,
      [customer_id],
    );
    return found.rows;
  }

  /** Publishes news, and puts a mail down for everybody who wants one. Answers the id. */
  async publish(
    news: Subject & { topic: NewsTopic; zh: string; en: string; written_by: string },
  ): Promise<string> {
    const id = generateEntityId(undefined, "news");
    await this.#db.transaction(async (trx) => {
      await trx.raw(
        `insert into news (id, kind, subject_id, topic, zh, en, written_by)
         values (:id, :kind, :subject_id, :topic, :zh, :en, :written_by)`,
        { ...news, id },
      );
      await trx.raw(
        `insert into news_mail (news_id, follow_id) select :id, f.id from follow f
          where f.kind = :kind and f.subject_id = :subject_id and f.by_mail and f.ended_at is null`,
        { id, kind: news.kind, subject_id: news.subject_id },
      );
    });
    return id;
  }

  /** Takes news off all pages; mails that wait are not sent. @throws refusal `not_found` */
  async remove(id: string): Promise<void> {
    const removed = await this.#db.raw<Rows<{ id: string }>>(
      `update news set removed_at = coalesce(removed_at, now()) where id = ? returning id`,
      [id],
    );
    if (removed.rows.length === 0) throw refuse("not_found");
  }

  /** Whom news is about. */
  async subjectOf(id: string): Promise<Subject | null> {
    const found = await this.#db.raw<Rows<Subject>>(
      `select kind, subject_id from news where id = ?`,
      [id],
    );
    return found.rows[0] ?? null;
  }

  /** News of a household or village, the newest first. */
  async newsOf({ kind, subject_id }: Subject, limit: number): Promise<News[]> {
    const found = await this.#db.raw<Rows<News>>(
      `select id, topic, zh, en, to_char(published_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as published_on
         from news where kind = ? and subject_id = ? and removed_at is null order by published_at desc, id limit ?`,
      [kind, subject_id, limit],
    );
    return found.rows;
  }

  /** Takes mails that are due, each for one process at a time; a process that dies lets them be due again. */
  async takeDue(limit: number): Promise<DueMail[]> {
    const found = await this.#db.raw<Rows<DueMail>>(
      `with due as (
         select news_id, follow_id from news_mail
          where sent_at is null and dropped_at is null and due_at <= now()
          order by due_at limit ? for update skip locked),
       taken as (
         update news_mail m set attempts = attempts + 1, due_at = now() + make_interval(mins => 1 << attempts)
           from due where m.news_id = due.news_id and m.follow_id = due.follow_id returning m.news_id, m.follow_id)
       select t.news_id, t.follow_id, f.customer_id, f.token, f.kind, f.subject_id, n.topic, n.zh, n.en,
              n.removed_at is null and f.ended_at is null and f.by_mail as stands
         from taken t join news n on n.id = t.news_id join follow f on f.id = t.follow_id`,
      [limit],
    );
    return found.rows;
  }

  /** Notes what became of a mail: sent, or not to be sent any more. */
  async note({ news_id, follow_id }: DueMail, outcome: "sent" | "dropped"): Promise<void> {
    await this.#db.raw(
      `update news_mail set ${outcome}_at = now() where news_id = ? and follow_id = ?`,
      [news_id, follow_id],
    );
  }

  /** Gives mails up that nobody took for hours. */
  async dropHopeless(): Promise<void> {
    await this.#db.raw(
      `update news_mail set dropped_at = now() where sent_at is null and dropped_at is null and attempts >= ?`,
      [MOST_ATTEMPTS],
    );
  }
}
