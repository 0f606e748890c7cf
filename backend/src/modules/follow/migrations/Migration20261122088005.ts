import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122088005 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table follow (
        id text primary key,
        kind text not null check (kind in ('household', 'village')),
        subject_id text not null,
        customer_id text not null,
        by_mail boolean not null,
        token text not null unique,
        created_at timestamptz not null default now(),
        ended_at timestamptz
      )`);
    this.addSql(
      `create unique index follow_once on follow (customer_id, kind, subject_id) where ended_at is null`,
    );
    this.addSql(`create index follow_subject on follow (kind, subject_id) where ended_at is null`);
    this.addSql(`
      create table news (
        id text primary key,
        kind text not null check (kind in ('household', 'village')),
        subject_id text not null,
        topic text not null check (topic in ('harvest', 'income', 'thanks')),
        zh text not null,
        en text not null default '',
        written_by text not null,
        published_at timestamptz not null default now(),
        removed_at timestamptz
      )`);
    this.addSql(`create index news_subject on news (kind, subject_id, published_at desc)`);
    this.addSql(`
      create table news_mail (
        news_id text not null references news (id),
        follow_id text not null references follow (id),
        attempts int not null default 0,
        due_at timestamptz not null default now(),
        sent_at timestamptz,
        dropped_at timestamptz,
        primary key (news_id, follow_id)
      )`);
    this.addSql(
      `create index news_mail_due on news_mail (due_at) where sent_at is null and dropped_at is null`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists news_mail, news, follow`);
  }
}
