/** The posting function: the way into the ledger for every kind of transaction. */
import { hasLeaf } from "./leaves";

// NOTE: volatile on purpose, and called from within the insert: by then the insert holds its lock on
// ledger_transaction, and a closing takes a lock that waits for it. A month that is being closed is either
// seen closed here, or waits.
// Only a month that is over is ever closed, so of a running one nothing is asked; the day is for clocks that step.
/** The accounting month of a transaction: its own, or the first month that no county of its credits has closed. */
export const PERIOD_OF = `
create or replace function ledger_period_of(wanted integer, credits text[], counties text[] default null) returns integer
  language plpgsql volatile as $$
declare
  the_month integer := wanted;
  within text[] := counties;
begin
  if not exists (select 1 from ledger_period where month = the_month) then
    return the_month;
  end if;
  if within is null then
    select array_agg(distinct left(b.division_code, 6)) into within
      from credit_balance b where b.credit_id = any(credits);
  end if;
  while exists (select 1 from ledger_period p where p.month = the_month and p.county_code = any(within)) loop
    the_month := case when the_month % 100 = 12 then the_month + 89 else the_month + 1 end;
  end loop;
  return the_month;
end $$;
`;

/** What was posted under a key before; refuses other figures under the same key. */
const POSTED = `
create or replace function ledger_posted(key text, hash text) returns jsonb language plpgsql as $$
declare known record;
begin
  select seq, input_hash into known from ledger_transaction where idempotency_key = key;
  if known.input_hash <> hash then
    raise exception 'yigou:ledger_key_reused %', key using errcode = 'unique_violation';
  end if;
  return jsonb_build_object('seq', known.seq, 'replayed', true);
end $$;
`;

// What others bear for a credit belongs to its county's months too, though no household's balance moves.
// Figures are summed in variables, since a statement costs more than a loop over a few legs.
/**
 * `ledger_post(document)`: head, legs, balances, in one call. The document's `movement_no` says on how many
 * captures and refunds of the order it was computed, and `seen` on which versions of the balances; when
 * another came in between, `yigou:ledger_moved_on` or the unique index on the number refuses it.
 */
export const POST = `${POSTED}
create or replace function ledger_post(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  at timestamptz := p->>'occurred_at';
  the_month integer := ledger_month(at);
  key text := p->>'key';
  move text := p->>'kind';
  of_order text := p->>'order_id';
  whole bigint := p->>'amount_fen';
  number integer := p->>'movement_no';
  legs jsonb := p->'postings';
  one jsonb;
  count integer := jsonb_array_length(legs);
  fen bigint;
  credit text;
  credits text[] := '{}';
  borne text[] := '{}';
  runs boolean := the_month >= ledger_month(clock_timestamp() + interval '1 day');
  rest bigint := 0;
  written integer;
  touched integer;
  new_seq bigint;
begin
  if not ledger_transaction_sound(move, key, p->>'source_id', of_order, number, whole) then
    raise exception 'yigou:unsound the transaction %', key using errcode = 'check_violation';
  end if;
  for i in 0 .. count - 1 loop
    one := legs->i;
    fen := one->>'amount_fen';
    credit := one->>'credit_id';
    if fen = 0 then
      raise exception 'yigou:ledger_unbalanced transaction % has a leg of nothing', key using errcode = 'check_violation';
    end if;
    rest := rest + fen;
    if credit is not null then
      if one->>'account_id' like 'household:%' and credit <> all(credits) then
        credits := credits || credit;
      else
        borne := borne || credit;
        if one->>'leaf_id' is null and not exists (select 1 from income_credit where id = credit) then
          raise exception 'yigou:ungrounded a leg without its credit' using errcode = 'foreign_key_violation';
        end if;
      end if;
    end if;
  end loop;
  if rest <> 0 then
    raise exception 'yigou:ledger_unbalanced transaction % by % fen', key, rest using errcode = 'check_violation';
  end if;
  insert into ledger_transaction
    (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, cause, reverses_seq,
     occurred_at, facts, movement_no, period, corrects_period)
    values (key, p->>'hash', move, of_order, p->>'payment_id', p->>'source_id', whole, p->>'cause',
            (p->>'reverses_seq')::bigint, at, coalesce(p->'facts', '{}'), number,
            case when runs then the_month else ledger_period_of(the_month, credits || borne) end,
            case when not runs then nullif(the_month, ledger_period_of(the_month, credits || borne)) end)
    on conflict (idempotency_key) do nothing
    returning seq into new_seq;
  if new_seq is null then
    return ledger_posted(key, p->>'hash');
  end if;
  if cardinality(credits) > 1 or p ? 'seen' then
    perform ledger_lock(credits, p->'seen');
  end if;
  insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
    select new_seq, n, l->>'account_id', of_order, l->>'leaf_id', l->>'credit_id', (l->>'amount_fen')::bigint
      from jsonb_array_elements(legs) with ordinality as x(l, n)
     where l->>'leaf_id' is null or ${hasLeaf("of_order", "l->>'leaf_id'", "l->>'credit_id'")};
  get diagnostics written = row_count;
  touched := case when cardinality(credits) > 0 then ledger_apply(move, at, legs) else 0 end;
  if touched <> cardinality(credits) or written <> count then
    raise exception 'yigou:ungrounded a leg without its leaf or balance' using errcode = 'foreign_key_violation';
  end if;
  return jsonb_build_object('seq', new_seq, 'replayed', false);
end $$;
`;

// Most captures go from the buyers to one credit, and their legs are made here: the hot path, where every variable and
// every statement spared is felt. Arguments cost half of a document. A view in a statement is dear even where it is not
// read, since all of its plan is set up; so a household's leaf is asked of its credit.
/**
 * `ledger_capture(...)`: a capture that goes to one credit as a whole. Answers its number, below zero when it was
 * posted before; for `movement_no` see `ledger_post`.
 */
export const CAPTURE = `
create or replace function ledger_capture(capture_id text, hash text, of_order text, payment text, whole bigint,
    at timestamptz, why text, number integer, credit text) returns bigint language plpgsql
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  holder text;
  new_seq bigint;
  posted jsonb;
begin
  if at < date_trunc('month', clock_timestamp() + interval '1 day', 'Asia/Shanghai') then
    posted := ledger_post(jsonb_build_object('key', 'capture:' || capture_id, 'hash', hash, 'kind', 'capture',
      'order_id', of_order, 'payment_id', payment, 'source_id', capture_id, 'amount_fen', whole, 'cause', why,
      'occurred_at', at, 'movement_no', number, 'postings', jsonb_build_array(
        jsonb_build_object('account_id', 'buyers', 'amount_fen', -whole),
        jsonb_build_object('account_id', 'household:' || (select household_id from income_credit where id = credit) || ':expected',
          'leaf_id', credit || ':household', 'credit_id', credit, 'amount_fen', whole))));
    return (posted->>'seq')::bigint * case when (posted->>'replayed')::boolean then -1 else 1 end;
  end if;
  if (whole > 0 and number > 0 and of_order is not null) is not true then
    raise exception 'yigou:unsound the capture %', capture_id using errcode = 'check_violation';
  end if;
  insert into ledger_transaction
    (idempotency_key, input_hash, kind, order_id, payment_id, source_id, amount_fen, cause, occurred_at, facts, movement_no, period)
    values ('capture:' || capture_id, hash, 'capture', of_order, payment, capture_id, whole, why, at, '{}', number, ledger_month(at))
    on conflict (idempotency_key) do nothing
    returning seq into new_seq;
  if new_seq is null then
    return -(ledger_posted('capture:' || capture_id, hash)->>'seq')::bigint;
  end if;
  update credit_balance b set
    version = b.version + 1,
    credited_fen = b.credited_fen + whole,
    expected_fen = b.expected_fen + whole,
    state = 'expected',
    last_moved_at = greatest(b.last_moved_at, at)
    where b.credit_id = credit
      and (select c.net_fen > 0 and c.order_id = of_order from income_credit c where c.id = credit)
    returning b.household_id into holder;
  if holder is null then
    raise exception 'yigou:ungrounded a leg without its leaf or balance' using errcode = 'foreign_key_violation';
  end if;
  insert into ledger_posting (transaction_seq, leg, account_id, order_id, leaf_id, credit_id, amount_fen)
    values (new_seq, 1, 'buyers', of_order, null, null, -whole),
           (new_seq, 2, 'household:' || holder || ':expected', of_order, credit || ':household', credit, whole);
  return new_seq;
end $$;
`;
