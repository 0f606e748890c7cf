/** Settling in batches against the classic form: a transaction, two legs and two balance rows for each credit. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import knex from "knex";

import { withClient } from "../../../../backend/local/database";
import { IncomeModuleService } from "../../../../backend/src/modules/income/service";
import type { Bench, Finding, Item } from "../item";
import { pgbench } from "../pgbench";
import { inTurn } from "../rounds";
import { documentsOf, expression } from "../sales";

const CREDITS = 100_000;
const IN_AN_ORDER = 12;
const BATCH = 2000;
/** Sessions that settle at once, each with batches of its own. */
const SESSIONS = 2;
const CLASSIC_WRITERS = 16;
const CLASSIC_EACH = 500;
const CLASSIC_HOUSEHOLDS = 25_000;

/** 100,000 credits settled in batches, beside the classic form. */
export const settle: Item = { name: "settle", title: "Settling 100,000 credits", run: measure };

async function measure(bench: Bench): Promise<Finding[]> {
  const orders = Math.max(1, Math.ceil((CREDITS * bench.scale) / IN_AN_ORDER));
  const classic = await bench.server.plainDatabase("bench_classic");
  await withClient(classic.ownerUrl, (client) => client.query(CLASSIC_TABLES));
  const ledger = await bench.server.ledgerDatabase("bench_settle");
  const found = await inTurn(bench, ["classic", "batches"], {
    classic: () =>
      pgbench({
        url: classic.ownerUrl,
        clients: CLASSIC_WRITERS,
        transactions: Math.max(10, Math.round(CLASSIC_EACH * bench.scale)),
        script: { sql: CLASSIC_SCRIPT },
      }),
    batches: async (round) => {
      await earn(ledger.url, ledger.superuserUrl, `r${round.toString()}`, orders);
      await bench.server.checkpoint();
      return settleAll(ledger.url, orders * IN_AN_ORDER);
    },
  });
  await ledger.drop();
  await classic.drop();
  return [
    {
      what: "settling in batches over the classic form",
      figure: found.ratio("batches", "classic"),
      unit: "×",
      target: { is: "at least", value: 25 },
      note: `${SESSIONS.toString()} sessions, batches of ${BATCH.toString()}`,
    },
    {
      what: "credits settled in batches",
      figure: found.of("batches"),
      unit: "/s",
      note: `${(orders * IN_AN_ORDER).toString()} a round`,
    },
    {
      what: "classic form",
      figure: found.of("classic"),
      unit: "/s",
      note: `${CLASSIC_WRITERS.toString()} writers, ${CLASSIC_HOUSEHOLDS.toString()} households`,
    },
  ];
}

/** Orders that are sold, delivered and accepted. */
async function earn(url: string, superuserUrl: string, round: string, orders: number) {
  const { sold } = documentsOf({ lines: 3, households: 4, deductions: true });
  const order = `'${round}-' || n`;
  await withClient(url, async (client) => {
    await client.query(
      `select count(ledger_sell(${expression(sold, order, "(n % 6000)::text")}))
         from generate_series(1, ${orders.toString()}) n`,
    );
    const accept = {
      key: `accept:${round}`,
      hash: "-",
      kind: "accept",
      from: "expected",
      to: "earned",
      occurred_at: "2026-11-21T00:00:00Z",
      cause: "delivered",
      facts: {},
      filter: {},
    };
    await client.query("select ledger_move($1::jsonb)", [JSON.stringify(accept)]);
  });
  await withClient(superuserUrl, (client) => client.query("vacuum analyze"));
}

/** Settles everything that is due, as the job does. */
async function settleAll(url: string, wanted: number): Promise<number> {
  const pg = knex({ client: "pg", connection: url, pool: { min: 0, max: SESSIONS } });
  const income = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: pg });
  try {
    const began = performance.now();
    const done = await Promise.all(
      Array.from({ length: SESSIONS }, () =>
        income.settleDue({ now: "2026-11-30T00:00:00Z", batch: BATCH }),
      ),
    );
    const seconds = (performance.now() - began) / 1000;
    const moved = done.reduce((sum, one) => sum + one.moved, 0);
    if (moved !== wanted)
      throw new Error(`${moved.toString()} credits settled of ${wanted.toString()}`);
    return moved / seconds;
  } finally {
    await pg.destroy();
  }
}

const CLASSIC_TABLES = `
create table classic_transaction (
  seq bigint generated always as identity primary key, idempotency_key text not null unique,
  kind text not null, occurred_at timestamptz not null);
create table classic_leg (
  transaction_seq bigint not null references classic_transaction, leg int not null, account_id text not null,
  amount_fen bigint not null, primary key (transaction_seq, leg));
create index classic_leg_account on classic_leg (account_id, transaction_seq);
create table classic_balance (account_id text primary key, balance_fen bigint not null);
insert into classic_balance select 'household:' || n || ':' || s, 1000000000
  from generate_series(1, ${CLASSIC_HOUSEHOLDS.toString()}) n, unnest(array['earned', 'settled']) s;
create sequence classic_key;
analyze`;

const CLASSIC_SCRIPT = `
\\set h random(1, ${CLASSIC_HOUSEHOLDS.toString()})
begin;
insert into classic_transaction (idempotency_key, kind, occurred_at)
  values ('settle:' || nextval('classic_key'), 'settle', now()) returning seq \\gset
insert into classic_leg values (:seq, 1, 'household:' || :h || ':earned', -100), (:seq, 2, 'household:' || :h || ':settled', 100);
update classic_balance set balance_fen = balance_fen - 100 where account_id = 'household:' || :h || ':earned';
update classic_balance set balance_fen = balance_fen + 100 where account_id = 'household:' || :h || ':settled';
end;
`;
