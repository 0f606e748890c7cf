/**
 * A country of households: sales over 832 counties, posted through `ledger_sell`, and deliveries through
 * `ledger_move`, until the ledger has so many entries.
 */
import { say } from "../../../backend/local/say";
import { withClient } from "../../../backend/local/database";

/** How large a country. */
export interface Country {
  /** Legs of transactions. */
  entries: number;
  households: number;
  counties: number;
}

/** The country of the issue: ten million entries of 3.2 million households in 832 counties. */
export const WHOLE: Country = { entries: 10_000_000, households: 3_200_000, counties: 832 };

/** Legs of a sale: the buyers, twelve households, the cooperative's service on three lines. */
const SALE_LEGS = 16;
/** Sales bring so much of the entries, deliveries the rest. */
const SOLD = 0.545;
const COOPERATIVES = 500;
/** So many sales a round trip, and so many sessions that load. */
const BATCH = 500;
const SESSIONS = 2;

/** The number of the first order that a bench may add. */
export const NEXT_ORDER = 900_000_000;

/** The county whose summaries are read: its six digits. */
export const A_COUNTY = "360302";

/** Loads a country; tells how far it is. Answers the number of entries. */
export async function settleCountry(
  ownerUrl: string,
  url: string,
  country: Country,
): Promise<number> {
  await withClient(ownerUrl, (client) => client.query(SALE_DOCUMENT));
  const orders = Math.ceil((country.entries * SOLD) / SALE_LEGS);
  // The first sales alone, so that plans are made on tables that have statistics.
  await withClient(url, (client) => client.query(sellSql(0, Math.min(BATCH, orders), country)));
  await withClient(ownerUrl, (client) => client.query("analyze"));
  let next = BATCH;
  let told = Date.now();
  const load = () =>
    withClient(url, async (client) => {
      await client.query("set synchronous_commit = off");
      while (next < orders) {
        const from = next;
        next += BATCH;
        await client.query(sellSql(from, Math.min(orders, from + BATCH), country));
        if (Date.now() - told < 30_000) continue;
        told = Date.now();
        say(`  ${from.toLocaleString("en-US")} of ${orders.toLocaleString("en-US")} sales`);
      }
    });
  await Promise.all(Array.from({ length: SESSIONS }, load));
  await withClient(ownerUrl, (client) => client.query("analyze"));
  return deliver(url, country.entries);
}

/** Sales from one number to another, as one call for each through the ledger's own function. */
export function sellSql(from: number, below: number, { households, counties }: Country): string {
  return `select count(ledger_sell(bench_sale(n, ${households.toString()}, ${counties.toString()})))
            from generate_series(${from.toString()}, ${(below - 1).toString()}) n`;
}

/** Deliveries, one cooperative after the other, until there are enough entries. */
async function deliver(url: string, wanted: number): Promise<number> {
  return withClient(url, async (client) => {
    const count = async (): Promise<number> => {
      const { rows } = await client.query<{ n: string }>(
        "select count(*) as n from ledger_posting",
      );
      return Number(rows[0]?.n);
    };
    let entries = await count();
    for (let n = 0; n < COOPERATIVES && entries < wanted; n++) {
      const { rows } = await client.query<{ moved: string }>(
        "select ledger_move($1::jsonb)->>'moved' as moved",
        [
          JSON.stringify({
            ...DELIVERED,
            key: `accept:${n.toString()}`,
            filter: { cooperative_id: `coop_${n.toString()}` },
          }),
        ],
      );
      entries += 2 * Number(rows[0]?.moved ?? 0);
    }
    return count();
  });
}

const DELIVERED = {
  hash: "-",
  kind: "accept",
  from: "expected",
  to: "earned",
  occurred_at: "2026-11-20T00:00:00Z",
  cause: "delivered",
  facts: {},
};

// Real shapes: three lines of four households each, a fifth of the price for the cooperative's service.
const SALE_DOCUMENT = `
create or replace function bench_place(household bigint, counties int) returns text language sql immutable as $$
  select (11 + c / 16)::text || lpad((1 + c % 16 / 4)::text, 2, '0') || lpad((1 + c % 4)::text, 2, '0')
      || lpad((101 + household / counties % 15)::text, 3, '0') || lpad((1 + household / counties / 15 % 10)::text, 3, '0')
    from (select (household % counties)::int as c) x
$$;
create or replace function bench_sale(n bigint, households bigint, counties int) returns jsonb language sql immutable as $$
  with credit as (
    select i, k, 'line_' || n || '_' || i as line, (n * 12 + i * 4 + k) % households as h,
           1000 + (n * 7 + i * 13 + k * 29) % 9000 as fen from generate_series(0, 2) i, generate_series(0, 3) k),
  named as (
    select *, line || ':hh_' || h as id, 'hh_' || h as household, bench_place(h, counties) as place, fen / 4 as service from credit),
  line as (select i, line, sum(fen) as fen, sum(service) as service from named group by i, line),
  whole as (
    select sum(fen + service) as fen, timestamptz '2026-01-01 00:00+08' + (n * 7919 % 7700) * interval '1 hour' as at from line)
  select jsonb_build_object(
    'sale', jsonb_build_object('order_id', 'order_' || n, 'sold_at', w.at, 'total_fen', w.fen, 'apart', '[]'::jsonb,
      'lines', (select jsonb_agg(jsonb_build_object('order_line_id', line, 'product_id', 'prod_' || n % 1000,
          'product_title', '赣南脐橙 10 斤装', 'quantity', 1, 'paid_fen', fen + service, 'return_days', 7,
          'terms', jsonb_build_object('cooperative_id', 'coop_' || n % ${COOPERATIVES.toString()}, 'cooperative_name', '金盆山合作社', 'lot_code', 'L',
            'contributors', (select jsonb_agg(jsonb_build_object('household_id', c.household, 'alias', '钟家', 'division_code', c.place,
              'linkage', case c.k when 3 then 'entrusted' else 'purchase' end,
              'category', case c.k when 3 then 'property' else 'business' end, 'weight_g', 1000) order by c.k)
              from named c where c.line = line.line)),
          'shares', (select '{' || string_agg(concat_ws(',', 250000, c.service, 0, 0, 0, c.fen, c.fen), ',' order by c.k) || '}'
              from named c where c.line = line.line),
          'captured', '{' || service || ',0,0,0,0}')) from line)),
    'capture', jsonb_build_object('key', 'capture:capt_' || n, 'hash', '-', 'kind', 'capture', 'order_id', 'order_' || n,
      'payment_id', 'pay_' || n, 'source_id', 'capt_' || n, 'amount_fen', w.fen, 'cause', 'payment', 'occurred_at', w.at, 'movement_no', 1))
    from whole w
$$;
`;
