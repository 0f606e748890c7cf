import { Migration } from "@medusajs/framework/mikro-orm/migrations";

const TABLES = ["household", "household_member", "household_private"];

export class Migration20261122034800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table household (
        id text primary key,
        code text not null constraint household_code_once unique,
        division_code text not null check (division_code ~ '^[0-9]{12}$'),
        alias text not null constraint household_alias_once unique,
        type text not null,
        status text not null,
        tier text,
        causes text[] not null default '{}',
        registered_on date not null,
        created_at timestamptz not null default now(),
        -- A registration that was undone: kept, shown nowhere, brought back by registering the code again.
        withdrawn_at timestamptz
      )`);
    this.addSql(`create index household_division on household (division_code text_pattern_ops)`);
    this.addSql(`
      create table household_member (
        id text primary key,
        household_id text not null references household (id),
        name text not null,
        relation text not null,
        birth_year int,
        joined_on date not null,
        left_on date,
        left_reason text,
        check (left_on is null or left_on >= joined_on)
      )`);
    this.addSql(`create index household_member_household on household_member (household_id)`);
    this.addSql(`
      create unique index household_one_head on household_member (household_id)
      where relation = 'head' and left_on is null`);
    this.addSql(`
      create table household_private (
        household_id text primary key references household (id),
        id_number_sealed text, id_number_masked text,
        phone_sealed text, phone_masked text,
        bank_card_sealed text, bank_card_masked text
      )`);
    this.wall();
    this.keepForGood();
  }

  /** The second wall: rows show only to a transaction that said for whom it reads. */
  private wall(): void {
    // NOTE: after a transaction a setting is '' again, not null; '' must see nothing.
    this.addSql(`
      create function household_in_scope(division_code text) returns boolean language sql stable parallel safe as $$
        select coalesce(current_setting('yigou.system', true), '') = 'on'
          or (coalesce(current_setting('yigou.scope', true), '') ~ '^[0-9]{2,12}$'
            and starts_with(division_code, current_setting('yigou.scope', true)))
      $$`);
    this.addSql(`
      create policy household_scope on household
      using (household_in_scope(division_code)) with check (household_in_scope(division_code))`);
    // What hangs on a household is seen by whoever sees the household: the subquery passes the policy above.
    for (const table of ["household_member", "household_private"]) {
      this.addSql(`
        create policy ${table}_scope on ${table}
        using (exists (select 1 from household h where h.id = household_id))
        with check (exists (select 1 from household h where h.id = household_id))`);
    }
    for (const table of TABLES) {
      this.addSql(`alter table ${table} enable row level security`);
      // NOTE: without FORCE the owner of the table, which is the application, passes every policy.
      this.addSql(`alter table ${table} force row level security`);
    }
  }

  private keepForGood(): void {
    this.addSql(`
      create function household_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'a household file is never deleted';
      end $$`);
    for (const table of TABLES) {
      this.addSql(`
        create trigger ${table}_is_kept before delete or truncate on ${table}
        for each statement execute function household_is_kept()`);
    }
  }

  override async down(): Promise<void> {
    for (const table of [...TABLES].reverse()) this.addSql(`drop table if exists ${table}`);
    this.addSql(`drop function if exists household_in_scope`);
    this.addSql(`drop function if exists household_is_kept`);
  }
}
