/** What an order change after the sale does to the frozen sale and the ledger, in one transaction. */

/** Amendments: the change as it was followed, and what leaves may hold less since. */
export const AMENDMENTS = `
create table if not exists sale_amendment (
  id text primary key,
  order_id text not null references sale,
  version integer not null,
  after_seq bigint not null,
  total_fen bigint not null,
  document jsonb not null,
  standing jsonb not null,
  quantities jsonb not null,
  amended_at timestamptz not null default clock_timestamp()
);
create index if not exists sale_amendment_order on sale_amendment (order_id, version);
create table if not exists sale_leaf_void (
  amendment_id text not null references sale_amendment,
  leaf_id text not null references sale_leaf,
  order_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (amendment_id, leaf_id)
);
create index if not exists sale_leaf_void_order on sale_leaf_void (order_id);
`;

// An order changes rarely, so an amendment simply holds the order's lock; captures and refunds that do not
// take it are refused by the number that the amendment's transactions carry, and compute again.
/**
 * \`ledger_amend(document)\`: adds the rows of an amendment and posts what follows it. The document says on
 * how many movements and amendments of the order and on which versions of balances it was computed.
 */
export const AMEND = `
create or replace function ledger_amend(p jsonb) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  the_order text := p->>'order_id';
  at timestamptz := (p->>'amended_at')::timestamptz;
  one jsonb;
  posted jsonb := '[]';
begin
  perform pg_advisory_xact_lock(hashtextextended('ledger:' || the_order, 7));
  if exists (select 1 from sale_amendment where id = p->>'id') then
    return jsonb_build_object('amended', false);
  end if;
  perform 1 from credit_balance b where b.order_id = the_order order by b.credit_id for update;
  if (select coalesce(max(movement_no), 0) from ledger_transaction where order_id = the_order) <> (p->>'movements')::int
     or (select count(*) from sale_amendment where order_id = the_order) <> (p->>'amendments')::int
     or exists (select 1 from jsonb_each_text(p->'seen') s join credit_balance b on b.credit_id = s.key
                 where b.version <> s.value::int) then
    raise exception 'yigou:ledger_moved_on' using errcode = 'serialization_failure';
  end if;
  insert into sale_amendment (id, order_id, version, after_seq, total_fen, document, standing, quantities)
  select p->>'id', the_order, (p->>'version')::int,
         greatest((select coalesce(max(seq), 0) from ledger_transaction where order_id = the_order),
                  (select coalesce(max(g.transaction_seq), 0) from ledger_posting g
                    where g.credit_id in (select b.credit_id from credit_balance b where b.order_id = the_order))),
         (p->>'total_fen')::bigint, p->'document', p->'standing', p->'quantities';
  perform ledger_add_parts(the_order, at, p->'parts', p->>'id', null, null, null);
  insert into sale_leaf_void (amendment_id, leaf_id, order_id, amount_fen)
    select p->>'id', x.leaf_id, the_order, x.amount_fen
      from jsonb_to_recordset(p->'voids') as x(leaf_id text, amount_fen bigint);
  if exists (select 1 from sale_leaf_void v where v.amendment_id = p->>'id'
      and (select f.id from sale_leaf f where f.order_id = the_order and f.id = v.leaf_id) is null) then
    raise exception 'yigou:ungrounded less of a leaf that is not there' using errcode = 'foreign_key_violation';
  end if;
  for one in select value from jsonb_array_elements(p->'transactions') loop
    posted := posted || ledger_post(one);
  end loop;
  return jsonb_build_object('amended', true, 'posted', posted);
end $$;
`;
