import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Verified income by year, append-only; and figures that the database itself refuses to add across grades. */
export class Migration20261122070411 extends Migration {
  override async up(): Promise<void> {
    this.addSql(GRADES);
    this.addSql(TABLE);
    this.addSql(FIXED);
  }

  override async down(): Promise<void> {
    throw new Error("verified income is never dropped by a migration");
  }
}

// There is no sum() and no + for a composite but these: figures of two grades do not meet in a query either.
const GRADES = `
do $$ begin
  create type income_grade as enum ('measured', 'verified', 'estimated');
  create type graded_fen as (grade income_grade, fen bigint);
exception when duplicate_object then null;
end $$;
create or replace function graded_add(a graded_fen, b graded_fen) returns graded_fen
  language plpgsql immutable parallel safe as $$
begin
  if a is null then return b; end if;
  if b is null then return a; end if;
  if (a).grade <> (b).grade then
    raise exception 'yigou:grades_differ % and %', (a).grade, (b).grade using errcode = 'data_exception';
  end if;
  return row((a).grade, (a).fen + (b).fen)::graded_fen;
end $$;
create or replace aggregate sum_graded(graded_fen) (sfunc = graded_add, stype = graded_fen);
`;

const TABLE = `
create table if not exists verified_income (
  id text primary key,
  household_id text not null,
  year integer not null check (year between 2011 and 2100),
  version integer not null check (version > 0),
  wage_fen bigint not null check (wage_fen >= 0),
  business_gross_fen bigint not null check (business_gross_fen >= 0),
  business_cost_fen bigint not null check (business_cost_fen >= 0),
  property_fen bigint not null check (property_fen >= 0),
  transfer_fen bigint not null check (transfer_fen >= 0),
  uncounted_fen bigint not null check (uncounted_fen >= 0),
  reasons jsonb not null,
  platform jsonb not null,
  evidence_note text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  constraint verified_income_version_once unique (household_id, year, version)
);
`;

const FIXED = `
create or replace function verified_income_is_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'yigou:append_only a verified figure is changed by a further version' using errcode = 'restrict_violation';
end $$;
create or replace trigger verified_income_is_fixed before update or delete on verified_income
  for each row execute function verified_income_is_fixed();
create or replace trigger verified_income_is_kept before truncate on verified_income
  for each statement execute function verified_income_is_fixed();
`;
