/** What each row must be by itself. Functions ask it of what they insert, guards of what others insert. */

// Not constraints: the database reads the text of a CHECK anew for every statement, which is a third of a capture.
/** Rules on single rows of the ledger, as functions that are read once in a session. */
export const SOUND = `
create or replace function ledger_transaction_sound(kind text, key text, source text, of_order text, movement_no integer,
    amount_fen bigint) returns boolean language sql immutable parallel safe return
  amount_fen >= 0 and (movement_no is null or movement_no > 0)
  and kind in ('capture', 'refund', 'accept', 'settle', 'pay', 'confirm', 'entry', 'entry_reversal', 'bounce', 'amend', 'claim')
  and (kind not in ('capture', 'refund') or of_order is not null and movement_no is not null
       and coalesce(key = kind || ':' || source, false));

create or replace function income_credit_sound(category text, weight_g bigint, share_ppm integer, gross_fen bigint,
    service_fen bigint, packing_fen bigint, freight_fen bigint, platform_fen bigint, net_fen bigint)
  returns boolean language sql immutable parallel safe return
  category in ('wage', 'business', 'property', 'transfer') and weight_g >= 0 and share_ppm between 0 and 1000000
  and gross_fen = service_fen + packing_fen + freight_fen + platform_fen + net_fen
  and least(service_fen, packing_fen, freight_fen, platform_fen, net_fen) >= 0;

create or replace function sale_leaf_sound(part text) returns boolean language sql immutable parallel safe return
  part in ('household', 'service', 'packing', 'freight', 'platform', 'shipping', 'tax', 'unattributed');
`;

/** Takes away the constraints that the functions above stand for. */
export const LAY_DOWN_CHECKS = `
do $$ declare one record; begin
  for one in select conrelid::regclass as of_table, conname from pg_constraint
              where contype = 'c' and conrelid in ('sale'::regclass, 'sale_line'::regclass, 'sale_leaf'::regclass,
                'income_credit'::regclass, 'ledger_transaction'::regclass) loop
    execute format('alter table %s drop constraint %I', one.of_table, one.conname);
  end loop;
end $$;
`;
