/** Three orders in the ledger and in Medusa's own tables, for the verification to begin from. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import knex from "knex";
import { Client } from "pg";

import { IncomeModuleService } from "../../../backend/src/modules/income/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";
import { orangeLine, orangeSale } from "../../unit/income/sale";

/** A ledger of three orders, and a superuser who switches the guards off. */
export interface ThreeOrders {
  database: TestDatabase;
  root: Client;
  tamper: (sql: string) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens it. */
export async function openThreeOrders(): Promise<ThreeOrders> {
  const database = await freshDatabase();
  const pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 4 } });
  const root = new Client({ connectionString: database.superuserUrl });
  await root.connect();
  await threeOrders(pg, root);
  return {
    database,
    root,
    tamper: (sql) => tamper(root, sql),
    close: async () => {
      await root.end();
      await pg.destroy();
      await database.drop();
    },
  };
}

/** Three orders of oranges: one paid, one partly refunded, one paid out to its households. */
async function threeOrders(pg: Knex, root: Client): Promise<void> {
  const ledger = new IncomeModuleService({ [ContainerRegistrationKeys.PG_CONNECTION]: pg });
  const at = "2026-11-20T03:00:00.000Z";
  for (const n of ["1", "2", "3"]) {
    const order_id = `order_v${n}`;
    await ledger.freeze(
      orangeSale({ order_id, lines: [orangeLine({ order_line_id: `line_v${n}` })] }),
    );
    await recordInMedusa(root, n);
    const payment = { payment_id: `pay_v${n}`, order_id, at };
    await ledger.credit({ ...payment, id: `capt_v${n}`, amount_fen: 11_970 });
    if (n === "2")
      await ledger.reverse({
        ...payment,
        id: "ref_v2",
        amount_fen: 3990,
        cause: "buyer",
        returned: [],
        bearers: [],
      });
  }
  const steps = [
    ["accept", "expected", "earned"],
    ["settle", "earned", "settled"],
    ["pay", "settled", "paid"],
  ] as const;
  for (const [kind, from, to] of steps) {
    const order_id = "order_v3";
    await ledger.move(
      { key: `${kind}:v3`, kind, from, to, at, order_id, cause: "test", facts: {} },
      { order_id },
    );
  }
}

/** What Medusa's payment module would have written: the verification starts from it. */
async function recordInMedusa(root: Client, n: string): Promise<void> {
  const raw = '{"value":"119.7","precision":20}';
  await root.query("begin");
  await root.query("set local session_replication_role = replica");
  await root.query(
    `insert into payment (id, amount, raw_amount, currency_code, provider_id, payment_collection_id, payment_session_id)
     values ('pay_v' || $1, 119.7, $2, 'cny', 'pp_sandbox_local', 'pay_col_v' || $1, 'payses_v' || $1)`,
    [n, raw],
  );
  await root.query(
    `insert into order_payment_collection (id, order_id, payment_collection_id)
     values ('ordpay_v' || $1, 'order_v' || $1, 'pay_col_v' || $1)`,
    [n],
  );
  await root.query(
    "insert into capture (id, amount, raw_amount, payment_id) values ('capt_v' || $1, 119.7, $2, 'pay_v' || $1)",
    [n, raw],
  );
  if (n === "2") {
    await root.query(
      "insert into refund (id, amount, raw_amount, payment_id) values ('ref_v2', 39.9, $1, 'pay_v2')",
      ['{"value":"39.9","precision":20}'],
    );
  }
  await root.query("commit");
}

/** A superuser who switches the guards off. */
async function tamper(root: Client, sql: string): Promise<void> {
  await root.query("begin");
  await root.query("set local session_replication_role = replica");
  await root.query(sql);
  await root.query("commit");
}
