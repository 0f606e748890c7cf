import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122120202 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists review (
        id text primary key,
        order_id text not null,
        order_line_id text not null unique,
        product_id text not null,
        cooperative_id text not null,
        stars int not null check (stars between 1 and 5),
        text text not null,
        by_name text,
        variant_title text not null,
        photos text[] not null default '{}',
        written_at timestamptz not null default now(),
        answer text,
        answered_at timestamptz,
        hidden_at timestamptz,
        hidden_why text,
        check ((answer is null) = (answered_at is null)),
        check ((hidden_why is null) = (hidden_at is null))
      );
    `);
    this.addSql(
      `create index if not exists review_shown on review (product_id, written_at desc, id desc) where hidden_at is null;`,
    );
    this.addSql(`create index if not exists review_order on review (order_id);`);
    this.addSql(
      `create index if not exists review_seller on review (cooperative_id, (answered_at is not null), written_at desc);`,
    );
    this.addSql(`create index if not exists review_newest on review (written_at desc, id desc);`);
    this.addSql(`
      create table if not exists review_event (
        id bigint generated always as identity primary key,
        review_id text not null references review (id),
        at timestamptz not null default now(),
        by text not null,
        verb text not null check (verb in ('written', 'answered', 'hidden', 'shown')),
        reason text
      );
    `);
    this.addSql(`create index if not exists review_event_review on review_event (review_id, id);`);
    this.addSql(`
      create table if not exists product_rating (
        product_id text primary key,
        counts int[] not null check (array_length(counts, 1) = 5 and 0 <= all (counts))
      );
    `);
    this.addSql(`
      create or replace function review_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'reviews and what was done with them are kept';
      end $$;
    `);
    for (const [table, what] of [
      ["review", "delete or truncate"],
      ["review_event", "update or delete or truncate"],
    ] as const) {
      this.addSql(`drop trigger if exists ${table}_is_kept on ${table};`);
      this.addSql(`
        create trigger ${table}_is_kept before ${what} on ${table}
        for each statement execute function review_is_kept();
      `);
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists product_rating, review_event, review;`);
    this.addSql(`drop function if exists review_is_kept;`);
  }
}
