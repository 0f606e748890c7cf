/** One capture: idempotency, both legs, balance and zero-sum in one call, by 16 writers at once. */
import { withClient } from "../../../../backend/local/database";
import type { Bench, Finding, Item } from "../item";
import { initTpcb, pgbench } from "../pgbench";
import { inTurn } from "../rounds";
import { argumentsOf, documentsOf, expression } from "../sales";

const WRITERS = 16;
/** Transactions of each writer in a round at scale 1. */
const EACH = 1000;
const COLD_HOUSEHOLDS = 3000;

const SHAPE = { lines: 1, households: 1, deductions: false } as const;

/** Captures on one household and one cooperative, and on 3,000 of them, beside tpcb-like. */
export const capture: Item = {
  name: "capture",
  title: "Captures by 16 writers",
  run: measure,
};

async function measure(bench: Bench): Promise<Finding[]> {
  const each = Math.max(10, Math.round(EACH * bench.scale));
  const tpcb = await bench.server.plainDatabase("bench_tpcb");
  const ledger = await bench.server.ledgerDatabase("bench_capture");
  await initTpcb(tpcb.ownerUrl, WRITERS);
  await freezeAll(ledger.url, each * (bench.rounds + 1));
  await withClient(ledger.superuserUrl, (client) => client.query("vacuum analyze"));
  const post = (side: "hot" | "cold") => (round: number) =>
    pgbench({
      url: ledger.url,
      clients: WRITERS,
      transactions: each,
      script: { sql: scriptOf(side) },
      variables: { n: round * each },
    });
  const found = await inTurn(bench, ["tpcb", "hot", "cold"], {
    tpcb: () =>
      pgbench({
        url: tpcb.ownerUrl,
        clients: WRITERS,
        transactions: each,
        script: { builtin: "tpcb-like" },
      }),
    hot: post("hot"),
    cold: post("cold"),
  });
  await ledger.drop();
  await tpcb.drop();
  const bySide = { unit: "/s", note: `${WRITERS.toString()} writers, a commit each` };
  return [
    {
      what: "captures over tpcb-like, one household and one cooperative",
      figure: found.ratio("hot", "tpcb"),
      unit: "×",
      target: { is: "at least", value: 2 },
      note: `tpcb-like with ${WRITERS.toString()} branches, both driven by pgbench`,
    },
    {
      what: "hot over cold",
      figure: found.ratio("hot", "cold"),
      unit: "×",
      target: { is: "at least", value: 0.9 },
      note: `cold: ${COLD_HOUSEHOLDS.toString()} households`,
    },
    { what: "captures, hot", figure: found.of("hot"), ...bySide },
    { what: "captures, cold", figure: found.of("cold"), ...bySide },
    { what: "tpcb-like", figure: found.of("tpcb"), ...bySide },
  ];
}

/** Sales that wait for their capture: a number for each writer and turn. */
async function freezeAll(url: string, each: number): Promise<void> {
  const { sale } = documentsOf(SHAPE);
  const freeze = (side: string, household: string): Promise<void> =>
    withClient(url, async (client) => {
      for (let writer = 0; writer < WRITERS; writer++) {
        const order = `'${side}-${writer.toString()}-' || n`;
        await client.query(
          `select count(ledger_freeze(${expression(sale, order, household)}))
             from generate_series(1, ${each.toString()}) n`,
        );
      }
    });
  await Promise.all([
    freeze("hot", "'hot'"),
    freeze("cold", `(n % ${COLD_HOUSEHOLDS.toString()})::text`),
  ]);
}

function scriptOf(side: "hot" | "cold"): string {
  const capture = argumentsOf(
    documentsOf(SHAPE).capture,
    `${side}-:client_id-:n`,
    side === "hot" ? "hot" : ":h",
  );
  return [
    "\\set n :n + 1",
    `\\set h :n % ${COLD_HOUSEHOLDS.toString()}`,
    `select ledger_capture(${capture});`,
    "",
  ].join("\n");
}
