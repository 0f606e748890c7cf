import { Migration } from "@medusajs/framework/mikro-orm/migrations";

const STATES = `'open', 'offered', 'rejected', 'escalated', 'agreed', 'refunded', 'dismissed', 'closed', 'withdrawn'`;

export class Migration20261122120203 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists complaint (
        id text primary key,
        order_id text not null,
        display_id int not null,
        order_line_id text not null,
        cooperative_id text not null,
        title text not null,
        variant_title text not null,
        quantity int not null check (quantity > 0),
        reason text not null,
        text text not null,
        worth_fen bigint not null check (worth_fen > 0),
        wish_fen bigint not null check (wish_fen between 1 and worth_fen),
        offer_fen bigint check (offer_fen between 1 and worth_fen),
        agreed_fen bigint check (agreed_fen between 1 and worth_fen),
        refund_fen bigint check (refund_fen between 0 and agreed_fen),
        state text not null check (state in (${STATES})),
        due_at timestamptz,
        escalated boolean not null default false,
        answer_days int not null check (answer_days > 0),
        appeal_days int not null check (appeal_days > 0),
        decision_days int not null check (decision_days > 0),
        rule_pack_id text,
        opened_at timestamptz not null,
        check ((state in ('open', 'offered', 'rejected', 'escalated')) = (due_at is not null)),
        check (state not in ('agreed', 'refunded') or agreed_fen is not null),
        check ((state = 'refunded') = (refund_fen is not null))
      );
    `);
    this.addSql(
      `create unique index if not exists complaint_one_open on complaint (order_line_id)
       where state in ('open', 'offered', 'rejected', 'escalated', 'agreed');`,
    );
    this.addSql(`create index if not exists complaint_line on complaint (order_line_id);`);
    this.addSql(`create index if not exists complaint_order on complaint (order_id);`);
    this.addSql(
      `create index if not exists complaint_seller on complaint (cooperative_id, opened_at desc);`,
    );
    this.addSql(
      `create index if not exists complaint_due on complaint (due_at) where due_at is not null;`,
    );
    this.addSql(
      `create index if not exists complaint_agreed on complaint (opened_at) where state = 'agreed';`,
    );
    this.addSql(`
      create table if not exists complaint_event (
        id bigint generated always as identity primary key,
        complaint_id text not null references complaint (id),
        at timestamptz not null,
        party text not null check (party in ('buyer', 'cooperative', 'operator', 'clock', 'payment')),
        by text not null,
        state text not null check (state in (${STATES})),
        amount_fen bigint,
        text text,
        due_at timestamptz
      );
    `);
    this.addSql(
      `create index if not exists complaint_event_complaint on complaint_event (complaint_id, id);`,
    );
    this.addSql(`
      create or replace function complaint_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'complaints and their steps are kept';
      end $$;
    `);
    for (const [table, what] of [
      ["complaint", "delete or truncate"],
      ["complaint_event", "update or delete or truncate"],
    ] as const) {
      this.addSql(`drop trigger if exists ${table}_is_kept on ${table};`);
      this.addSql(`
        create trigger ${table}_is_kept before ${what} on ${table}
        for each statement execute function complaint_is_kept();
      `);
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists complaint_event, complaint;`);
    this.addSql(`drop function if exists complaint_is_kept;`);
  }
}
