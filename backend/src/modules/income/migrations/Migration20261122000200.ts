import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** The guards: append-only tables, postings that add up to zero, and the one posting function. */
export class Migration20261122000200 extends Migration {
  override up(): void {
    this.addSql(APPEND_ONLY);
    for (const table of FROZEN) {
      this
        .addSql(`create or replace trigger ${table}_append_only before update or delete on ${table}
        for each row execute function ledger_append_only();`);
      this.addSql(`create or replace trigger ${table}_no_truncate before truncate on ${table}
        for each statement execute function ledger_append_only();`);
    }
    this.addSql(BALANCED);
    this.addSql(POST);
  }

  override down(): void {
    throw new Error("the guards of the ledger are never dropped by a migration");
  }
}

const FROZEN = [
  "sale",
  "sale_line",
  "sale_leaf",
  "income_credit",
  "ledger_account",
  "ledger_transaction",
  "ledger_posting",
] as const;

const APPEND_ONLY = `
create or replace function ledger_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'yigou:append_only % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
`;

// A constraint trigger runs at commit: whatever was added to a transaction by then must balance.
const BALANCED = `
create or replace function ledger_balanced() returns trigger language plpgsql as $$
declare rest bigint;
begin
  select coalesce(sum(amount_fen), 0) into rest from ledger_posting where transaction_seq = new.seq;
  if rest <> 0 then
    raise exception 'yigou:ledger_unbalanced transaction % by % fen', new.seq, rest using errcode = 'check_violation';
  end if;
  return null;
end $$;
create or replace function ledger_posting_in_own_transaction() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from new_posting p join ledger_transaction t on t.seq = p.transaction_seq
     where t.written_in <> pg_current_xact_id()
  ) then
    raise exception 'yigou:append_only a posting was added to an earlier transaction'
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
drop trigger if exists ledger_transaction_balanced on ledger_transaction;
create constraint trigger ledger_transaction_balanced after insert on ledger_transaction
  deferrable initially deferred for each row execute function ledger_balanced();
create or replace trigger ledger_posting_in_own_transaction after insert on ledger_posting
  referencing new table as new_posting for each statement execute function ledger_posting_in_own_transaction();
`;

const POST = `
create or replace function ledger_post(p jsonb) returns jsonb language plpgsql as $$
declare
  new_seq bigint;
  known record;
begin
  insert into ledger_transaction
    (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, cause, reverses_seq, occurred_at, facts)
  values
    (p->>'key', p->>'hash', p->>'kind', p->>'order_id', p->>'payment_id', p->>'source_id',
     (p->>'amount_fen')::bigint, p->>'cause', (p->>'reverses_seq')::bigint, (p->>'occurred_at')::timestamptz,
     coalesce(p->'facts', '{}'))
  on conflict (idempotency_key) do nothing
  returning seq into new_seq;
  if new_seq is null then
    select seq, input_hash into known from ledger_transaction where idempotency_key = p->>'key';
    if known.input_hash <> p->>'hash' then
      raise exception 'yigou:ledger_key_reused %', p->>'key' using errcode = 'unique_violation';
    end if;
    return jsonb_build_object('seq', known.seq, 'replayed', true);
  end if;
  insert into ledger_account (id, kind, owner_id, state)
    select distinct x.account_id, x.kind, x.owner_id, x.state
      from jsonb_to_recordset(p->'postings') as x(account_id text, kind text, owner_id text, state text)
     order by x.account_id
    on conflict (id) do nothing;
  insert into ledger_posting (transaction_seq, account_id, order_id, leaf_id, credit_id, amount_fen)
    select new_seq, x.account_id, x.order_id, x.leaf_id, x.credit_id, x.amount_fen
      from jsonb_to_recordset(p->'postings')
        as x(account_id text, order_id text, leaf_id text, credit_id text, amount_fen bigint);
  perform ledger_apply(p->>'kind', (p->>'occurred_at')::timestamptz, p->'postings');
  return jsonb_build_object('seq', new_seq, 'replayed', false);
end $$;

create or replace function ledger_apply(move text, at timestamptz, postings jsonb) returns void language sql as $$
  update credit_balance b set
    credited_fen = b.credited_fen + case when move = 'capture' then d.household else 0 end,
    reversed_fen = b.reversed_fen - case when move = 'refund' then d.household else 0 end,
    expected_fen = b.expected_fen + d.expected,
    earned_fen = b.earned_fen + d.earned,
    settled_fen = b.settled_fen + d.settled,
    paid_fen = b.paid_fen + d.paid,
    confirmed_fen = b.confirmed_fen + d.confirmed,
    state = case
      when b.expected_fen + d.expected > 0 then 'expected'
      when b.earned_fen + d.earned > 0 then 'earned'
      when b.settled_fen + d.settled > 0 then 'settled'
      when b.paid_fen + d.paid > 0 then 'paid'
      when b.confirmed_fen + d.confirmed > 0 then 'confirmed'
      else b.state end,
    settles_at = case when move = 'accept'
      then at + make_interval(days => (select return_days from sale_line l where l.order_line_id = b.order_line_id))
      else b.settles_at end,
    last_moved_at = greatest(b.last_moved_at, at)
  from (
    select x.credit_id,
           sum(x.amount_fen) filter (where x.kind = 'household') as household,
           coalesce(sum(x.amount_fen) filter (where x.state = 'expected'), 0) as expected,
           coalesce(sum(x.amount_fen) filter (where x.state = 'earned'), 0) as earned,
           coalesce(sum(x.amount_fen) filter (where x.state = 'settled'), 0) as settled,
           coalesce(sum(x.amount_fen) filter (where x.state = 'paid'), 0) as paid,
           coalesce(sum(x.amount_fen) filter (where x.state = 'confirmed'), 0) as confirmed
      from jsonb_to_recordset(postings) as x(credit_id text, kind text, state text, amount_fen bigint)
     where x.credit_id is not null and x.kind = 'household'
     group by x.credit_id
     order by x.credit_id
  ) d
  where b.credit_id = d.credit_id;
$$;
`;
