/** What sealing costs the writers, and how far it stays behind them. */
import { setTimeout as sleep } from "node:timers/promises";

import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import knex, { type Knex } from "knex";
import { z } from "zod";

import { withClient } from "../../../../backend/local/database";
import { IncomeModuleService } from "../../../../backend/src/modules/income/service";
import type { Bench, Finding, Item } from "../item";
import { pgbench } from "../pgbench";
import { median } from "../../report";
import { allCpuOf, cpuOf, serverCpuOf } from "../cpu";
import { inTurn } from "../rounds";
import { argumentsOf, documentsOf } from "../sales";
import { throughService } from "../through-service";

const WRITERS = 16;
const EACH = 500;
const HOUSEHOLDS = 3000;
/** As the job does. */
const EVERY_MS = 2_000;
const BLOCK = 2_000;
const SHAPE = { lines: 3, households: 4, deductions: true } as const;

/** Orders of 3 lines with 4 households each, with and without a sealer beside the writers. */
export const seal: Item = { name: "seal", title: "Sealing beside 16 writers", run: measure };

async function measure(bench: Bench): Promise<Finding[]> {
  const each = Math.max(20, Math.round(EACH * bench.scale));
  const ledger = await bench.server.ledgerDatabase("bench_seal");
  await withClient(ledger.superuserUrl, (client) => client.query("vacuum analyze"));
  const pg = knex({ client: "pg", connection: ledger.url, pool: { min: 1, max: 1 } });
  const sealer = new Sealer(pg);
  const post = (side: string) => (round: number) =>
    pgbench({
      url: ledger.url,
      clients: WRITERS,
      transactions: each,
      script: { sql: scriptOf(side) },
      variables: { n: round * each },
    });
  const shares: Share[] = [];
  const bare: Share[] = [];
  const share = async (posting: Promise<number>): Promise<Share> => ({
    posting_ms: await posting,
    // What one side has left is not the next one's to seal.
    sealing_ms: await cpuOf(pg, () => sealer.finish()),
  });
  const found = await inTurn(bench, ["alone", "service", "sealed"], {
    alone: async (round) => {
      let figure = 0;
      const posting = serverCpuOf(pg, async () => {
        figure = await post("alone")(round);
      });
      const one = await share(posting);
      if (round > 0) bare.push(one);
      return figure;
    },
    service: async (round) => {
      let figure = 0;
      const posting = allCpuOf(pg, async () => {
        const name = `service-${round.toString()}`;
        figure = await throughService(ledger.url, SHAPE, { name, writers: WRITERS, each });
      });
      const one = await share(posting);
      if (round > 0) shares.push(one);
      return figure;
    },
    sealed: (round) => sealer.during(() => post("sealed")(round)),
  });
  await sealer.finish();
  await pg.destroy();
  await ledger.drop();
  return [
    {
      what: "what sealing takes from posting",
      figure: (1 - found.ratio("sealed", "alone")) * 100,
      unit: "%",
      target: { is: "at most", value: 3 },
      note: "orders of 3 lines with 4 households each, sealed every 2 s",
    },
    {
      what: "processor time of sealing over that of posting",
      figure: shareOf(shares),
      unit: "%",
      target: { is: "at most", value: 3 },
      note: `${cpuNote(shares, each * WRITERS)}; node and PostgreSQL on both sides, as the backend does both`,
    },
    {
      what: "the same, over what PostgreSQL alone takes to post",
      figure: shareOf(bare),
      unit: "%",
      note: `${cpuNote(bare, each * WRITERS)}; node is counted for sealing only`,
    },
    {
      what: "the oldest transaction without a block, at worst",
      figure: sealer.worst_ms / 1000,
      unit: "s",
      target: { is: "at most", value: 5 },
    },
    {
      what: "sealing, a transaction",
      figure: (sealer.took_ms / Math.max(1, sealer.sealed)) * 1000,
      unit: "µs",
      note: `${sealer.sealed.toString()} transactions`,
    },
    { what: "orders without a sealer", figure: found.of("alone"), unit: "/s" },
    { what: "orders with a sealer", figure: found.of("sealed"), unit: "/s" },
  ];
}

/** What both took in a round. */
interface Share {
  posting_ms: number;
  sealing_ms: number;
}

const shareOf = (shares: readonly Share[]): number =>
  median(shares.map(({ posting_ms, sealing_ms }) => sealing_ms / posting_ms)) * 100;

function cpuNote(shares: readonly Share[], orders: number): string {
  const each = (all_ms: number[]) => ((median(all_ms) * 1000) / orders).toFixed(0);
  const posting = each(shares.map((one) => one.posting_ms));
  const sealing = each(shares.map((one) => one.sealing_ms));
  return `${sealing} µs against ${posting} µs an order`;
}

const ageRow = z.object({ age_ms: z.coerce.number() });
const AGE = `
select coalesce(max(extract(epoch from clock_timestamp() - t.posted_at) * 1000), 0) as age_ms
  from ledger_transaction t where t.written_in >= (select coalesce(max(upto), '0'::xid8) from ledger_block)`;

/** Seals as the job does, and keeps the time. */
class Sealer {
  took_ms = 0;
  sealed = 0;
  worst_ms = 0;
  readonly #income: IncomeModuleService;

  constructor(readonly pg: Knex) {
    this.#income = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: pg });
  }

  async during(work: () => Promise<number>): Promise<number> {
    const writers = { working: true };
    const sealing = (async () => {
      while (writers.working) {
        await sleep(EVERY_MS);
        const { rows } = await this.pg.raw<{ rows: unknown[] }>(AGE);
        const before = performance.now();
        await this.#round();
        const [{ age_ms }] = z.tuple([ageRow]).parse(rows);
        this.worst_ms = Math.max(this.worst_ms, age_ms + performance.now() - before);
      }
    })();
    try {
      return await work();
    } finally {
      writers.working = false;
      await sealing;
    }
  }

  async finish(): Promise<void> {
    while ((await this.#round()) > 0);
  }

  async #round(): Promise<number> {
    const began = performance.now();
    const now = new Date().toISOString();
    const { blocks } = await this.#income.seal({ limit: BLOCK, blocks: 25, now, witness: null });
    this.took_ms += performance.now() - began;
    const count = blocks.reduce((sum, block) => sum + block.count, 0);
    this.sealed += count;
    return count;
  }
}

function scriptOf(side: string): string {
  const { whole } = documentsOf(SHAPE);
  const sale = argumentsOf(whole, `${side}-:client_id-:n`, ":h");
  return [
    "\\set n :n + 1",
    `\\set h random(1, ${HOUSEHOLDS.toString()})`,
    `select ledger_sell_whole(${sale});`,
    "",
  ].join("\n");
}
