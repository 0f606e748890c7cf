import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/**
 * Members who come and go after the registration: what happened to them is kept for good, their ID numbers are
 * sealed like the household's, and whose ID number and card the household's are is said.
 */
export class Migration20261123000001 extends Migration {
  override async up(): Promise<void> {
    // NOTE: for this transaction only; without it row level security shows nothing to the statements below.
    this.addSql(`select set_config('yigou.system', 'on', true)`);
    this.addSql(`
      alter table household_member add column if not exists id_number_sealed text,
        add column if not exists id_number_masked text`);
    this.addSql(
      `alter table household_private add column if not exists member_id text references household_member (id)`,
    );
    this.addSql(`
      update household_private p set member_id = m.id from household_member m
       where m.household_id = p.household_id and m.relation = 'head' and m.left_on is null and p.member_id is null`);
    this.events();
    this.oneHead();
  }

  private events(): void {
    this.addSql(`
      create table if not exists household_member_event (
        id text primary key,
        household_id text not null references household (id),
        member_id text not null references household_member (id),
        -- Who was head before, of a change of head.
        former_id text references household_member (id),
        kind text not null check (kind in ('joined', 'left', 'head', 'corrected')),
        happened_on date not null,
        reason text not null,
        note text,
        changes jsonb not null,
        recorded_by text not null,
        recorded_name text not null,
        recorded_at timestamptz not null,
        version int not null,
        -- Of two who write on what they read at the same time, one is too late.
        unique (household_id, version)
      )`);
    this.addSql(`drop policy if exists household_member_event_scope on household_member_event`);
    this.addSql(`
      create policy household_member_event_scope on household_member_event
      using (exists (select 1 from household h where h.id = household_id))
      with check (exists (select 1 from household h where h.id = household_id))`);
    this.addSql(`alter table household_member_event enable row level security`);
    this.addSql(`alter table household_member_event force row level security`);
    this.addSql(`
      create or replace trigger household_member_event_is_kept before update or delete or truncate
      on household_member_event for each statement execute function household_is_kept()`);
  }

  /** Asked at the end of a transaction, for a change of head has a moment without one. */
  private oneHead(): void {
    this.addSql(`
      create or replace function household_has_head() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from household_member m where m.household_id = new.household_id and m.left_on is null)
           and not exists (select 1 from household_member m where m.household_id = new.household_id
             and m.left_on is null and m.relation = 'head') then
          raise exception 'a household has a head at any moment' using errcode = 'check_violation';
        end if;
        return null;
      end $$`);
    this.addSql(`
      create constraint trigger household_member_head after insert or update on household_member
      deferrable initially deferred for each row execute function household_has_head()`);
  }

  override async down(): Promise<void> {
    throw new Error("who belonged to a household is never dropped by a migration");
  }
}
