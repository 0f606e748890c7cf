/** A ledger over a database of its own, and sales to post in it. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import knex from "knex";
import { z } from "zod";

import { IncomeModuleService } from "../../../backend/src/modules/income/service";
import type { Asked, Movement, RefundMovement } from "../../../backend/src/modules/income/types";
import { freshDatabase } from "../../support/postgres";
import { orangeLine, orangeSale } from "../../unit/income/sale";

const fen = z.coerce.number().int();
const balanceSchema = z.object({
  credit_id: z.string(),
  credited_fen: fen,
  reversed_fen: fen,
  expected_fen: fen,
  earned_fen: fen,
  settled_fen: fen,
  paid_fen: fen,
  confirmed_fen: fen,
});

/** Opens a desk; `close` drops its database. */
export async function openDesk() {
  const database = await freshDatabase();
  const pg: Knex = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 24 } });
  const ledger = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: pg });
  return {
    database,
    pg,
    ledger,
    sold: () => freezeOne(ledger),
    balances: async (order_id: string) => {
      const rows: unknown = await pg("credit_balance")
        .where({ order_id })
        .orderBy("credited_fen", "desc");
      return z.array(balanceSchema).parse(rows);
    },
    transactions: async (order_id: string) => {
      const rows: unknown[] = await pg("ledger_transaction").where({ order_id });
      return rows.length;
    },
    close: async () => {
      await pg.destroy();
      await database.drop();
    },
  };
}
/** A ledger over a database of its own. */
export type Desk = Awaited<ReturnType<typeof openDesk>>;

let count = 0;

/** Freezes a sale of three boxes, under ids of its own. */
async function freezeOne(ledger: IncomeModuleService) {
  count += 1;
  const n = count.toString();
  const order_id = `order_${n}`;
  const line_id = `line_${n}`;
  const households: [string, string] = [`hh_zhong_${n}`, `hh_lai_${n}`];
  const line = orangeLine({ order_line_id: line_id });
  const contributors = line.terms?.contributors.map((one, i) => ({
    ...one,
    household_id: households[i] ?? "hh",
  }));
  const terms = line.terms && { ...line.terms, contributors: contributors ?? [] };
  await ledger.freeze(orangeSale({ order_id, lines: [{ ...line, terms }] }));
  return { order_id, line_id, households };
}

/** The capture of an order, of all of it unless told otherwise. */
export function capture(order_id: string, amount_fen = 11_970): Movement {
  return {
    id: `capt_${order_id}`,
    payment_id: `pay_${order_id}`,
    order_id,
    amount_fen,
    at: "2026-11-20T03:00:00Z",
  };
}

/** A refund of an order. */
export function refund(order_id: string, amount_fen: number, id = "1"): Asked<RefundMovement> {
  return {
    ...capture(order_id, amount_fen),
    id: `ref_${order_id}_${id}`,
    cause: "buyer",
    returned: [],
    bearers: [],
  };
}
