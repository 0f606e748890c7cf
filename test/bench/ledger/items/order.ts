/** A whole order in one round trip: three lines, four households each, frozen, captured, credited. */
import { withClient } from "../../../../backend/local/database";
import type { Bench, Finding, Item } from "../item";
import { initTpcb, pgbench } from "../pgbench";
import { inTurn } from "../rounds";
import { argumentsOf, documentsOf } from "../sales";
import { throughService } from "../through-service";

const WRITERS = 16;
const EACH = 1000;
const HOUSEHOLDS = 3000;
const SHAPE = { lines: 3, households: 4, deductions: true } as const;

/** Orders of 3 lines with 4 households each, beside tpcb-like. */
export const order: Item = {
  name: "order",
  title: "Orders of 3 lines with 4 households each",
  run: measure,
};

async function measure(bench: Bench): Promise<Finding[]> {
  const each = Math.max(10, Math.round(EACH * bench.scale));
  const tpcb = await bench.server.plainDatabase("bench_tpcb");
  const ledger = await bench.server.ledgerDatabase("bench_order");
  await initTpcb(tpcb.ownerUrl, WRITERS);
  await withClient(ledger.superuserUrl, (client) => client.query("vacuum analyze"));
  const found = await inTurn(bench, ["tpcb", "order", "service"], {
    tpcb: () =>
      pgbench({
        url: tpcb.ownerUrl,
        clients: WRITERS,
        transactions: 2 * each,
        script: { builtin: "tpcb-like" },
      }),
    order: (round) =>
      pgbench({
        url: ledger.url,
        clients: WRITERS,
        transactions: each,
        script: { sql: scriptOf() },
        variables: { n: round * each },
      }),
    service: (round) =>
      throughService(ledger.url, SHAPE, {
        name: `s-${round.toString()}`,
        writers: WRITERS,
        each: Math.ceil(each / 4),
      }),
  });
  const { credits, legs } = await sizeOf(ledger.url);
  await ledger.drop();
  await tpcb.drop();
  return [
    {
      what: "orders over tpcb-like",
      figure: found.ratio("order", "tpcb"),
      unit: "×",
      target: { is: "at least", value: 0.5 },
      note: `one call: sale, 3 lines, ${credits.toString()} credits with balances, ${legs.toString()} legs`,
    },
    { what: "orders", figure: found.of("order"), unit: "/s" },
    {
      what: "orders through the service",
      figure: found.of("service"),
      unit: "/s",
      note: "one node process beside the server: dividing the sale, its text and the driver count too",
    },
    { what: "tpcb-like", figure: found.of("tpcb"), unit: "/s" },
  ];
}

async function sizeOf(url: string): Promise<{ credits: number; legs: number }> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ credits: number; legs: number }>(
      `select (select count(*) from credit_balance where order_id = 'o-0-1' and expected_fen > 0)::int as credits,
              (select count(*) from ledger_posting where order_id = 'o-0-1')::int as legs`,
    );
    return rows[0] ?? { credits: 0, legs: 0 };
  });
}

function scriptOf(): string {
  const { whole } = documentsOf(SHAPE);
  const sale = argumentsOf(whole, "o-:client_id-:n", ":h");
  return [
    "\\set n :n + 1",
    `\\set h random(1, ${HOUSEHOLDS.toString()})`,
    `select ledger_sell_whole(${sale});`,
    "",
  ].join("\n");
}
