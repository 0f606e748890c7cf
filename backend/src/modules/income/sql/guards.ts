/** What the database itself holds, whoever writes: append-only tables and balanced transactions. */

import { hasLeaf } from "./leaves";

/** Tables of the ledger that are only ever added to. */
export const APPEND_ONLY_TABLES = [
  "sale",
  "sale_line",
  "income_credit",
  "ledger_transaction",
  "ledger_posting",
  "ledger_period",
] as const;

/** Tables that came later, with their own migrations. */
type LaterTable = "sale_amendment" | "sale_leaf_void" | "sale_apart";

/** Triggers that refuse every update, delete and truncate of a table. */
export function appendOnly(table: (typeof APPEND_ONLY_TABLES)[number] | LaterTable): string {
  return `
create or replace trigger ${table}_append_only before update or delete on ${table}
  for each row execute function ledger_append_only();
create or replace trigger ${table}_no_truncate before truncate on ${table}
  for each statement execute function ledger_append_only();
alter table ${table} enable trigger ${table}_append_only;
`;
}

// The posting functions run as the owner of the tables and hold by themselves what the guards ask: they add the
// legs up before they insert them, insert them once, and count that every leg has its leaf, every leaf and every
// credit its line, every credit its balance. So the guards fire for the statements of a session's own role.
const OUTSIDE = "when (current_user = session_user)";

// All legs of a transaction come in one statement. Numbered 1 to n they can come only once: a second
// statement would repeat a number, which the primary key refuses, or begin above 1, which this does.
// NOTE: rows are looked up by scalar subqueries on purpose: of an EXISTS the planner may make a hash of the
// whole table, and of a join a scan, where a transition table's size is not known to it.
/** Legs add up to zero, are complete, stand on what exists, in a transaction of their own database transaction. */
export const BALANCED = `
create or replace function ledger_posting_guard() returns trigger language plpgsql
  set search_path = public, pg_temp set enable_seqscan = off as $$
declare bad record;
begin
  select p.transaction_seq, p.rest, p.whole, p.written_in into bad
    from (select n.transaction_seq, sum(n.amount_fen) as rest,
                 min(n.leg) = 1 and max(n.leg) = count(*) and bool_and(n.amount_fen <> 0) as whole,
                 count(n.leaf_id) - count(*) filter (where ${hasLeaf("n.order_id", "n.leaf_id", "n.credit_id")})
                   + count(n.credit_id) - count((select c.id from income_credit c where c.id = n.credit_id)) as adrift,
                 (select t.written_in from ledger_transaction t where t.seq = n.transaction_seq) as written_in
            from new_posting n group by n.transaction_seq) p
   where p.rest <> 0 or not p.whole or p.adrift <> 0 or p.written_in is distinct from pg_current_xact_id()
   limit 1;
  if not found then return null; end if;
  if bad.written_in is distinct from pg_current_xact_id() then
    raise exception 'yigou:append_only a posting was added to an earlier transaction'
      using errcode = 'restrict_violation';
  elsif bad.rest <> 0 then
    raise exception 'yigou:ledger_unbalanced transaction % by % fen', bad.transaction_seq, bad.rest
      using errcode = 'check_violation';
  elsif not bad.whole then
    raise exception 'yigou:append_only legs were added to transaction %', bad.transaction_seq
      using errcode = 'restrict_violation';
  end if;
  raise exception 'yigou:ungrounded a posting without its leaf or credit' using errcode = 'foreign_key_violation';
end $$;
drop trigger if exists ledger_posting_in_own_transaction on ledger_posting;
drop function if exists ledger_posting_in_own_transaction();
create or replace trigger ledger_posting_guard after insert on ledger_posting
  referencing new table as new_posting for each statement ${OUTSIDE} execute function ledger_posting_guard();
`;

interface Guarded {
  table: "sale_line" | "income_credit" | "sale_apart" | "credit_balance";
  /** SQL that is true of a row `n` that must not be. */
  refused: string;
  /** What such a row would be. */
  is: string;
}

/** A guard that asks the rows of each statement. */
function guardOf({ table, refused, is }: Guarded): string {
  return `
create or replace function ${table}_guard() returns trigger language plpgsql
  set search_path = public, pg_temp set enable_seqscan = off as $$
begin
  if exists (select 1 from new_row n where (${refused}) is not false) then
    raise exception 'yigou:ungrounded ${is}' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create or replace trigger ${table}_guard after insert on ${table}
  referencing new table as new_row for each statement ${OUTSIDE} execute function ${table}_guard();
`;
}

const saleOf = "(select s.order_id from sale s where s.order_id = n.order_id) is null";
const isOfAnotherLine =
  "(select l.order_id from sale_line l where l.order_line_id = n.order_line_id) is distinct from n.order_id";
const credit = "(select c.id from income_credit c where c.id = n.credit_id";

const PARTS: readonly Guarded[] = [
  {
    table: "sale_line",
    refused: `${saleOf} or n.quantity <= 0 or n.paid_fen < 0 or n.return_days not between 0 and 365`,
    is: "a line without its sale",
  },
  {
    table: "income_credit",
    refused: `n.id <> coalesce(n.order_line_id, n.entry_id) || ':' || n.household_id
      or num_nonnulls(n.order_id, n.entry_id) <> 1 or (n.order_id is null) <> (n.order_line_id is null)
      or n.order_line_id is not null and ${isOfAnotherLine}
      or not income_credit_sound(n.category, n.weight_g, n.share_ppm, n.gross_fen, n.service_fen, n.packing_fen,
                                 n.freight_fen, n.platform_fen, n.net_fen)`,
    is: "a credit without its order line",
  },
  {
    table: "credit_balance",
    refused: `${credit} and c.order_id is not distinct from n.order_id
        and c.order_line_id is not distinct from n.order_line_id and c.entry_id is not distinct from n.entry_id) is null
      or n.state not in ('expected', 'earned', 'settled', 'paid', 'confirmed')`,
    is: "a balance without its credit",
  },
];

/** The frozen parts of a sale stand on rows that exist: what foreign keys asked row by row. */
export const GROUNDED = PARTS.map(guardOf).join("");

/** The same of what the buyer paid beside the goods. */
export const GROUNDED_APART = guardOf({
  table: "sale_apart",
  refused: `${saleOf} or n.amount_fen < 0 or not sale_leaf_sound(n.part)`,
  is: "a leaf without its sale",
});

// A row at a time: heads come one by one, and rows that no function keeps need no table of their own.
/** Heads are sound: what a constraint would read anew for every statement. */
export const SOUND_HEADS = `
create or replace function sale_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.total_fen < 0 then
    raise exception 'yigou:unsound a sale below nothing' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create or replace trigger sale_guard before insert on sale for each row ${OUTSIDE} execute function sale_guard();
create or replace function ledger_transaction_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not ledger_transaction_sound(new.kind, new.idempotency_key, new.source_id, new.order_id, new.movement_no, new.amount_fen)
     or new.corrects_period >= new.period then
    raise exception 'yigou:unsound a transaction that cannot be' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create or replace trigger ledger_transaction_guard before insert on ledger_transaction
  for each row ${OUTSIDE} execute function ledger_transaction_guard();
`;

/** What the application's role may do with the ledger: add and read. Called by whoever owns the tables. */
export const GRANTS = `
create or replace function ledger_grants(application text) returns void language plpgsql as $$
declare one text;
begin
  foreach one in array array['sale', 'sale_line', 'sale_apart', 'income_credit', 'credit_balance', 'credit_due',
    'ledger_transaction', 'ledger_posting', 'ledger_period'] loop
    -- Where one role owns and uses the tables, there is nothing to take away from it.
    continue when pg_get_userbyid((select c.relowner from pg_class c where c.oid = ('public.' || one)::regclass))
                  = application;
    execute format('revoke all on table public.%I from %I, public', one, application);
    execute format('grant select, insert on table public.%I to %I', one, application);
  end loop;
  if pg_get_userbyid((select c.relowner from pg_class c where c.oid = 'public.sale_leaf'::regclass)) <> application then
    execute format('revoke all on table public.sale_leaf from %I, public', application);
    execute format('grant select on table public.sale_leaf to %I', application);
  end if;
  for one in select format('%s(%s)', p.oid::regproc, pg_get_function_identity_arguments(p.oid))
               from pg_proc p join pg_namespace n on n.oid = p.pronamespace
              where n.nspname = 'public' and p.prosecdef and p.proname like 'ledger\\_%' loop
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to %I', one, application);
  end loop;
end $$;
`;
