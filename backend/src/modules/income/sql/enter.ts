/** Income that no order brings: credits on payroll and contract entries, and what takes them back. */

// An entry is earned at once: the work is done, the land was used. It has no return window, so it is due to
// be settled when it is approved. Its legs stand against the cooperative's account of that linkage.
/** `ledger_enter_one(document)`: the credit of an entry and its transaction, once. */
export const ENTER_ONE = `
create or replace function ledger_enter_one(e jsonb) returns jsonb language plpgsql
  set search_path = public, pg_temp as $$
declare
  credit text := e->>'credit_id';
  fen bigint := (e->>'amount_fen')::bigint;
begin
  if not income_credit_sound(e->>'category', 0, 1000000, fen, 0, 0, 0, 0, fen) then
    raise exception 'yigou:unsound the entry %', e->>'entry_id' using errcode = 'check_violation';
  end if;
  insert into income_credit (id, entry_id, household_id, alias, division_code, linkage, category, countable,
                             weight_g, share_ppm, gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen)
  values (credit, e->>'entry_id', e->>'household_id', e->>'alias', e->>'division_code', e->>'linkage', e->>'category',
          (e->>'countable')::boolean, 0, 1000000, fen, 0, 0, 0, 0, fen)
  on conflict do nothing;
  if found then
    insert into credit_balance (credit_id, entry_id, household_id, division_code, cooperative_id, category, countable,
                                sold_on, settles_at)
    values (credit, e->>'entry_id', e->>'household_id', e->>'division_code', e->>'cooperative_id', e->>'category',
            (e->>'countable')::boolean, (e->>'sold_on')::date, (e->>'approved_at')::timestamptz);
    insert into credit_due (credit_id, settles_at) values (credit, (e->>'approved_at')::timestamptz)
      on conflict (credit_id) do nothing;
  end if;
  return ledger_post(e->'head' || jsonb_build_object('postings', jsonb_build_array(
    jsonb_build_object('account_id', e->>'account_id', 'amount_fen', -fen),
    jsonb_build_object('account_id', 'household:' || (e->>'household_id') || ':earned', 'credit_id', credit,
                       'amount_fen', fen))));
end $$;
`;

// What a household has been paid is never clawed back, so the balance is locked before it is looked at.
/** `ledger_enter_back(document)`: takes an entry back that has not been paid; refuses otherwise. */
export const ENTER_BACK = `
create or replace function ledger_enter_back(e jsonb) returns jsonb language plpgsql
  set search_path = public, pg_temp as $$
declare
  b record;
  fen bigint := (e->>'amount_fen')::bigint;
  entered bigint;
  held bigint;
begin
  if exists (select 1 from ledger_transaction where idempotency_key = e->'head'->>'key') then
    return ledger_post(e->'head' || jsonb_build_object('postings', '[]'::jsonb));
  end if;
  select * into b from credit_balance where credit_id = e->>'credit_id' for update;
  select seq into entered from ledger_transaction where idempotency_key = 'entry:' || (e->>'entry_id');
  if b.credit_id is null or entered is null then
    raise exception 'yigou:entry_unknown' using errcode = 'foreign_key_violation';
  end if;
  -- A bank order that is out counts as paid.
  select coalesce(sum(h.amount_fen), 0) into held from credit_hold h where h.credit_id = b.credit_id;
  if b.earned_fen + b.settled_fen - held < fen then
    raise exception 'yigou:entry_paid' using errcode = 'check_violation';
  end if;
  return ledger_post(e->'head' || jsonb_build_object('reverses_seq', entered, 'postings',
    (select jsonb_agg(jsonb_build_object('account_id', account_id, 'credit_id', credit_id, 'amount_fen', amount_fen))
       from (values
         (e->>'account_id', null, fen),
         ('household:' || b.household_id || ':earned', b.credit_id, -b.earned_fen),
         ('household:' || b.household_id || ':settled', b.credit_id, -b.settled_fen)
       ) as leg(account_id, credit_id, amount_fen) where amount_fen <> 0)));
end $$;
`;

/** `ledger_enter(documents)`: entries and what takes them back, all of them or none, in the order of their credits. */
export const ENTER = `
create or replace function ledger_enter(entries jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  e jsonb;
  posted jsonb := '[]';
begin
  for e in select x from jsonb_array_elements(entries) x order by x->>'credit_id', x->'head'->>'kind' loop
    posted := posted || jsonb_build_array(
      case when e->'head'->>'kind' = 'entry' then ledger_enter_one(e) else ledger_enter_back(e) end);
  end loop;
  return posted;
end $$;
`;
