import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122033200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists inbox_event (
        provider text not null,
        event_id text not null,
        body jsonb not null,
        state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
        attempts int not null default 0,
        next_try_at timestamptz not null default now(),
        last_error text,
        received_at timestamptz not null default now(),
        done_at timestamptz,
        primary key (provider, event_id)
      );
    `);
    this.addSql(
      `create index if not exists inbox_event_waiting on inbox_event (next_try_at) where state = 'waiting';`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists inbox_event;`);
  }
}
