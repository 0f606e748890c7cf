/** What must hold after the faults, as questions to the database: each answer is a broken promise. */

const PAID_ORDERS = `select l.order_id from order_payment_collection l
  join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
  join capture c on c.payment_id = p.id and c.deleted_at is null where l.deleted_at is null`;

/** Each statement lists what breaks its promise. */
export const PROMISES: Record<string, string> = {
  "what the payment house took is captured, ordered and credited once, to the fen": `
    select s.session_id as id from sandbox_charge s where s.state = 'captured' and (
      select count(*) from payment p
        join capture c on c.payment_id = p.id and c.deleted_at is null and round(c.amount * 100) = s.amount_fen
        join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
        join "order" o on o.id = l.order_id and o.status <> 'canceled' and o.deleted_at is null
        join ledger_transaction t on t.idempotency_key = 'capture:' || c.id and t.amount_fen = s.amount_fen
       where p.payment_session_id = s.session_id and p.deleted_at is null) <> 1`,
  "nothing is captured that the payment house did not take": `
    select p.id from payment p join capture c on c.payment_id = p.id and c.deleted_at is null
      left join sandbox_charge s on s.session_id = p.payment_session_id and s.state = 'captured'
     where p.provider_id = 'pp_sandbox_local' and s.session_id is null`,
  "what the payment house gave back is booked and reversed once, and the other way round": `
    select coalesce(g.key, r.id) as id from sandbox_refund g
      full join (select r.* from refund r join payment p on p.id = r.payment_id
                  where r.deleted_at is null and p.provider_id = 'pp_sandbox_local') r on r.id = g.key
     where g.key is null or r.id is null or round(r.amount * 100) <> g.amount_fen or not exists (
       select 1 from ledger_transaction t where t.idempotency_key = 'refund:' || r.id and t.amount_fen = g.amount_fen)`,
  "an order's own books know its captures and refunds, once": `
    select m.id from (select id, payment_id, amount from capture where deleted_at is null
                union all select id, payment_id, -amount from refund where deleted_at is null) m
      join payment p on p.id = m.payment_id
      join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
     where (select count(*) from order_transaction t where t.order_id = l.order_id and t.reference_id = m.id
              and t.amount = m.amount and t.deleted_at is null) <> 1`,
  "the legs of every transaction add up to zero": `
    select transaction_seq::text as id from ledger_posting group by 1 having sum(amount_fen) <> 0`,
  "no capture and no refund is posted twice": `
    select source_id as id from ledger_transaction where kind in ('capture', 'refund')
     group by kind, source_id having count(*) > 1`,
  "no cart became two orders, no order was paid twice": `
    select l.order_id as id from (${PAID_ORDERS}) l group by 1 having count(*) > 1
    union all
    select c.cart_id from order_cart c join "order" o on o.id = c.order_id and o.status <> 'canceled'
     where c.deleted_at is null group by 1 having count(*) > 1`,
  "no order without a payment is older than a minute": `
    select o.id from "order" o where o.status <> 'canceled' and o.deleted_at is null
       and o.created_at < now() - interval '60 seconds' and o.id not in (${PAID_ORDERS})
       and not exists (select 1 from order_payment_collection l join payment_session s
             on s.payment_collection_id = l.payment_collection_id and s.status = 'pending_authorization'
           where l.order_id = o.id and l.deleted_at is null and s.deleted_at is null)`,
  "no purchase paid twice: one order for one key, and no order that no key knows": `
    select order_id as id from checkout where order_id is not null group by 1 having count(*) > 1`,
  "reserved is exactly what live orders hold": `
    select n.inventory_item_id as id from inventory_level n
      join product_variant_inventory_item s on s.inventory_item_id = n.inventory_item_id and s.deleted_at is null
     where n.deleted_at is null and n.reserved_quantity <> coalesce((
       select sum(i.quantity - i.fulfilled_quantity) from order_line_item t
         join order_item i on i.item_id = t.id and i.deleted_at is null
         join "order" o on o.id = i.order_id and o.version = i.version and o.status <> 'canceled' and o.deleted_at is null
        where t.variant_id = s.variant_id), 0)`,
  "every approved entry is posted once, to the fen": `
    select e.id from linkage_entry e where e.state = 'approved' and (
      select count(*) from ledger_transaction t
       where t.kind in ('entry', 'entry_reversal') and t.source_id = e.id and t.amount_fen = e.amount_fen) <> 1`,
  "nothing is posted of an entry that was not approved": `
    select t.source_id as id from ledger_transaction t left join linkage_entry e on e.id = t.source_id
     where t.kind in ('entry', 'entry_reversal') and coalesce(e.state, '') not in ('approved', 'reversed')`,
  "a line of a settlement is paid exactly when the ledger has its transfer, to the fen": `
    select l.id from settlement_line l where l.state <> 'left_out' and (l.state in ('paid', 'returning', 'returned')) <> exists (
      select 1 from ledger_transaction t where t.idempotency_key = 'pay:' || l.id and t.amount_fen = l.booked_fen)`,
  "no voucher waits to be booked": `select id from settlement_line where state in ('booking', 'returning')`,
  "no credit is held for a bank that has been answered": `
    select h.credit_id as id from credit_hold h left join settlement_line l on l.id = h.holder
     where coalesce(l.state, 'paid') <> 'pending'`,
  "every notification has taken effect": `
    select event_id as id from inbox_event where state <> 'done'`,
};

/** What to show of whatever stands against a promise, by its id: whoever reads a failed run was not there. */
export const EVIDENCE: Record<string, string> = {
  "what the payment house took is captured, ordered and credited once, to the fen": `
    select to_jsonb(c) as charge, to_jsonb(s) as session, to_jsonb(pc) as collection,
      (select jsonb_agg(k) from cart_payment_collection k where k.payment_collection_id = s.payment_collection_id) as carts,
      (select jsonb_agg(to_jsonb(t) - 'metadata') from cart t join cart_payment_collection k on k.cart_id = t.id
         where k.payment_collection_id = s.payment_collection_id) as cart,
      (select jsonb_agg(to_jsonb(o) || jsonb_build_object('order', (select to_jsonb(x) - 'metadata' from "order" x where x.id = o.order_id)))
         from order_payment_collection o where o.payment_collection_id = s.payment_collection_id) as orders,
      (select jsonb_agg(to_jsonb(p) || jsonb_build_object('captures', (select jsonb_agg(to_jsonb(x) || jsonb_build_object(
           'posted', (select count(*) from ledger_transaction t where t.idempotency_key = 'capture:' || x.id)))
           from capture x where x.payment_id = p.id))) from payment p where p.payment_session_id = c.session_id) as payments,
      (select jsonb_agg(h) from checkout h join cart_payment_collection k on k.cart_id = h.cart_id
         where k.payment_collection_id = s.payment_collection_id) as keys
      from sandbox_charge c left join payment_session s on s.id = c.session_id
      left join payment_collection pc on pc.id = s.payment_collection_id where c.session_id = $1`,
  "no order without a payment is older than a minute": `
    select to_jsonb(o) - 'metadata' as shown,
      (select jsonb_agg(l) from order_cart l where l.order_id = o.id) as carts,
      (select jsonb_agg(l) from order_payment_collection l where l.order_id = o.id) as collections,
      (select jsonb_agg(ch) from order_change ch where ch.order_id = o.id) as changes,
      (select jsonb_agg(to_jsonb(s) || jsonb_build_object('charge', g.state))
         from order_payment_collection l join payment_session s on s.payment_collection_id = l.payment_collection_id
         left join sandbox_charge g on g.session_id = s.id where l.order_id = o.id) as sessions
      from "order" o where o.id = $1`,
  "reserved is exactly what live orders hold": `
    select l.id, o.id as order_id, o.status::text, o.version, i.quantity, i.fulfilled_quantity, i.updated_at,
      (select jsonb_agg(jsonb_build_object('quantity', r.quantity, 'deleted_at', r.deleted_at, 'by', r.created_by))
         from reservation_item r where r.line_item_id = l.id) as reservations
      from product_variant_inventory_item s
      join order_line_item l on l.variant_id = s.variant_id
      left join order_item i on i.item_id = l.id and i.deleted_at is null
      left join "order" o on o.id = i.order_id
     where s.inventory_item_id = $1 and (o.version = i.version or o.id is null)
       and coalesce((select sum(r.quantity) from reservation_item r where r.line_item_id = l.id and r.deleted_at is null), 0)
        <> case when o.status <> 'canceled' and o.deleted_at is null then i.quantity - i.fulfilled_quantity else 0 end
    union all
    select r.line_item_id, null, 'no line', null, r.quantity, null, r.created_at, null from reservation_item r
     where r.inventory_item_id = $1 and r.deleted_at is null
       and not exists (select 1 from order_line_item l where l.id = r.line_item_id)`,
  "every notification has taken effect": `select * from inbox_event where event_id = $1`,
  "an order's own books know its captures and refunds, once": `
    select m.id, m.amount, p.id as payment, l.order_id,
      (select jsonb_agg(t) from order_transaction t where t.order_id = l.order_id) as transactions
      from (select id, payment_id, amount from capture union all select id, payment_id, -amount from refund) m
      join payment p on p.id = m.payment_id
      join order_payment_collection l on l.payment_collection_id = p.payment_collection_id where m.id = $1`,
};
