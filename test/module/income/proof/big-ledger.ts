/** A ledger of more than ten thousand rows, sealed in several blocks, and ways to tamper with it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";
import { z } from "zod";

import { Gaps, type Gap } from "../../../../backend/src/scripts/ledger/gap";
import { quiet } from "../../../../backend/src/scripts/ledger/progress";
import { replayAll } from "../../../../backend/src/scripts/ledger/replay-orders";
import { verifyProofs } from "../../../../backend/src/scripts/ledger-verify";
import type { Published } from "../../../../backend/src/scripts/ledger/against";
import { orangeLine, orangeSale } from "../../../unit/income/sale";
import { capture, type Desk, openDesk, refund } from "../desk";
import { sealAll } from "./sealing";

/** Each order has six legs: with its refunds the ledger passes ten thousand rows. */
const ORDERS = 1_700;
const AT_ONCE = 12;
const BLOCK = 400;

/** A ledger that was honest until now. */
export interface BigLedger {
  desk: Desk;
  /** The file of the witness, outside the database. */
  witness: string;
  /** Tampers as a superuser, verifies what is then there, and takes it all back. */
  afterTampering: (sql: string, published?: Published) => Promise<Gap[]>;
  close: () => Promise<void>;
}

/** Sells, refunds, seals. */
export async function openBigLedger(): Promise<BigLedger> {
  const desk = await openDesk();
  const dir = mkdtempSync(join(tmpdir(), "yigou-witness-"));
  const witness = join(dir, "heads.jsonl");
  await sellAll(desk);
  await sealAll(desk, { limit: BLOCK, witness });
  return {
    desk,
    witness,
    afterTampering: (sql, published) => tamper(desk.database.superuserUrl, sql, published),
    close: async () => {
      rmSync(dir, { recursive: true });
      await desk.close();
    },
  };
}

async function sellAll({ ledger }: Desk): Promise<void> {
  const waiting = Array.from({ length: ORDERS }, (_, n) => n);
  const sellOn = async (): Promise<void> => {
    for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
      const order_id = `order_big${n}`;
      const line = orangeLine({ order_line_id: `line_big${n}` });
      await ledger.sell(orangeSale({ order_id, lines: [line] }), capture(order_id));
      if (n % 17 === 0) {
        await ledger.reverse(refund(order_id, 3990));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sellOn));
}

async function tamper(url: string, sql: string, published: Published = {}): Promise<Gap[]> {
  const root = new Client({ connectionString: url });
  await root.connect();
  try {
    await root.query("begin");
    await root.query("set local session_replication_role = replica");
    await root.query(sql);
    const gaps = new Gaps();
    await verifyProofs(root, published, gaps, quiet);
    // The seals cover the terms of a sale; what follows from the terms is computed again.
    if (sql.includes("income_credit")) await replayAll(root, gaps, quiet);
    return gaps.list;
  } finally {
    await root.query("rollback");
    await root.end();
  }
}

/** How many rows the ledger holds. */
export async function countRows(desk: Desk): Promise<{ transactions: number; postings: number }> {
  const row = z.object({
    transactions: z.coerce.number(),
    postings: z.coerce.number(),
  });
  const found = await desk.pg.raw<{ rows: unknown[] }>(
    `select (select count(*) from ledger_transaction) as transactions,
            (select count(*) from ledger_posting) as postings`,
  );
  return row.parse(found.rows[0]);
}
