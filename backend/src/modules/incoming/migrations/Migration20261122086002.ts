import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Money that came in: what a bank's statement says, which order took it, and what pays no order of ours. */
export class Migration20261122086002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists incoming_statement (
        file_hash text primary key,
        layout text not null,
        row_count integer not null,
        new_rows integer not null,
        imported_by text not null,
        imported_at timestamptz not null
      );
    `);
    this.addSql(`
      create table if not exists incoming_row (
        id text primary key,
        content_hash text not null unique,
        file_hash text not null,
        line_no integer not null,
        booked_on date not null,
        in_fen bigint not null check (in_fen > 0),
        serial text,
        remark text,
        reference text,
        payer_masked text,
        set_aside_at timestamptz,
        set_aside_by text,
        set_aside_because text
      );
    `);
    this.addSql(`
      create table if not exists incoming_taking (
        row_id text not null references incoming_row,
        order_id text not null,
        amount_fen bigint not null check (amount_fen > 0),
        taken_by text not null,
        taken_at timestamptz not null,
        primary key (row_id, order_id)
      );
    `);
    this.addSql(`create index if not exists incoming_taking_order on incoming_taking (order_id);`);
    this.addSql(
      `create index if not exists incoming_row_day on incoming_row (booked_on desc, id desc) where set_aside_at is null;`,
    );
  }

  override async down(): Promise<void> {
    throw new Error("what a bank has told of arrived money is never dropped by a migration");
  }
}
