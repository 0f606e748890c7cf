/** Roll-ups at the size of a country: what following costs, what reading costs, and that nothing drifts. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { withClient } from "../../../../backend/local/database";
import { say } from "../../../../backend/local/say";
import {
  rebuildRollups,
  rollUp,
  rollupDrift,
} from "../../../../backend/src/modules/income/rollups";
import { drillOf } from "../../../module/income/interleave";
import { median } from "../../report";
import { NEXT_ORDER, sellSql, settleCountry, WHOLE, type Country } from "../country";
import type { Bench, Finding, Item } from "../item";
import { openLedger, timed, type OpenedLedger } from "../opened";
import { pages, readCounty, SMALL_ENTRIES } from "../rollup-reads";

/** Roll-ups at the size of a country. */
export const rollups: Item = {
  name: "rollups",
  title: "Roll-ups over a country of households",
  run: measure,
};

/** A thousand credits are 84 sales of twelve. */
const FOLLOWED_SALES = 84;
const INTERLEAVINGS = 1000;
/** A refresh that takes longer than this is measured once. */
const LONG_MS = 60_000;

async function measure(bench: Bench): Promise<Finding[]> {
  const country = {
    ...WHOLE,
    entries: Math.round(WHOLE.entries * bench.scale),
    households: Math.round(WHOLE.households * bench.scale),
  };
  const small = await openLedger(bench, "bench_rollups_small");
  const large = await openLedger(bench, "bench_rollups");
  try {
    const drift = await drifted(small.pg);
    await fill(small, { ...country, entries: SMALL_ENTRIES });
    const filled = await fill(large, country);
    return [
      ...filled,
      ...(await follow(bench, large, country)),
      ...(await readCounty(large, small)),
      ...(await pages(large, country)),
      drift,
      exact("differences after all of this", (await rollupDrift(large.pg, 100)).length),
    ];
  } finally {
    for (const { pg, database } of [small, large]) {
      await pg.destroy();
      await database.drop();
    }
  }
}

function exact(what: string, figure: number): Finding {
  return { what, figure, unit: "rows", target: { is: "at most", value: 0 } };
}

async function drifted(pg: Knex): Promise<Finding> {
  const drill = drillOf(pg, 20_261_122);
  for (let step = 0; step < INTERLEAVINGS; step++) await drill.step();
  await drill.finish();
  const note = `${drill.done.posted.toString()} postings, ${drill.done.late.toString()} late commits, ${drill.done.rolledBack.toString()} rolled back`;
  const what = `drift after ${INTERLEAVINGS.toLocaleString("en-US")} random interleavings`;
  return { ...exact(what, (await rollupDrift(pg, 100)).length), note };
}

/** Loads the country, and builds its roll-ups from zero. */
async function fill({ database, pg }: OpenedLedger, country: Country): Promise<Finding[]> {
  const began = Date.now();
  const entries = await settleCountry(database.ownerUrl, database.url, country);
  const loaded_s = (Date.now() - began) / 1000;
  await withClient(database.superuserUrl, (client) => client.query("vacuum analyze"));
  const started = Date.now();
  await rebuildRollups(pg, ({ step, rows, ms }) => {
    say(`  ${step}: ${rows.toLocaleString("en-US")} rows, ${(ms / 1000).toFixed(1)} s`);
  });
  const rebuilt_s = (Date.now() - started) / 1000;
  await withClient(database.superuserUrl, (client) => client.query("vacuum analyze"));
  const count = entries.toLocaleString("en-US");
  return [
    {
      what: "loading through ledger_sell and ledger_move",
      figure: entries / loaded_s,
      unit: "entries/s",
      note: `${count} entries`,
    },
    {
      what: "rebuild from zero",
      figure: entries / rebuilt_s,
      unit: "entries/s",
      target: { is: "at least", value: 100_000 },
      note: `${rebuilt_s.toFixed(1)} s, Node's peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    },
  ];
}

/** Following a thousand new credits against refreshing a view of the same content. */
async function follow(
  bench: Bench,
  { database, pg }: OpenedLedger,
  country: Country,
): Promise<Finding[]> {
  const rolls: number[] = [];
  const refreshes: number[] = [];
  await withClient(database.ownerUrl, async (client) => {
    await client.query(
      `create materialized view bench_view as select * from income_rollup_expected('18446744073709551615')`,
    );
    for (let round = 0; round <= bench.rounds; round++) {
      const from = NEXT_ORDER + round * FOLLOWED_SALES;
      await client.query(sellSql(from, from + FOLLOWED_SALES, country));
      await bench.server.checkpoint();
      const rolled_ms = await timed(() => rollUp(pg, 100_000));
      if (round > 0) rolls.push(rolled_ms);
      if (round === 0 || (refreshes[0] ?? 0) > LONG_MS) continue;
      refreshes.push(await timed(() => client.query("refresh materialized view bench_view")));
      say(
        `  round ${round.toString()}: ${rolled_ms.toFixed(0)} ms, refresh ${(refreshes.at(-1) ?? 0).toFixed(0)} ms`,
      );
    }
    await client.query("drop materialized view bench_view");
  });
  return [
    {
      what: "following 1,000 new credits over refreshing an equal materialised view",
      figure: median(rolls) / median(refreshes),
      unit: "×",
      target: { is: "at most", value: 1 / 50 },
      note: `${median(rolls).toFixed(0)} ms, ${(median(refreshes) / 1000).toFixed(1)} s`,
    },
  ];
}
