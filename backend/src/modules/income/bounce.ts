/** Transfers to households: made, and come back. Exact amounts of named credits, each transfer once. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { z } from "zod";

import type { Fen } from "../../contract/money";
import { refuse } from "../../refuse";
import { hashOf } from "./known";
import { movedOn } from "./statements";

/** A transfer of exact amounts. */
export interface Transfer {
  /** Names the transfer; the same one again answers as the first time. */
  key: string;
  /** Whose hold it uses up. */
  holder: string;
  items: readonly { credit_id: string; amount_fen: Fen }[];
  /** ISO instant of the entry. */
  at: string;
  facts: Record<string, string | number>;
}

/** A transfer that came back, and why. */
export interface Bounce extends Transfer {
  /** The transaction that booked the transfer. */
  reverses_seq: number;
  cause: string;
}

/** What a transfer posted. */
export interface Transferred {
  seq: number;
  amount_fen: Fen;
  replayed: boolean;
}

const row = z.object({
  result: z.object({
    seq: z.coerce.number().int(),
    amount_fen: z.coerce.number().int(),
    replayed: z.boolean(),
  }),
});

/**
 * Books a transfer to a household: `settled` becomes `paid`.
 *
 * @throws refusal `settlement_changed` when a credit holds less than is to be booked, `ledger_key_reused`
 */
export async function payOut(pg: Knex, transfer: Transfer): Promise<Transferred> {
  const way = { kind: "pay", from: "settled", to: "paid", cause: "transfer_voucher" };
  return post(pg, { ...transfer, ...way }, "settlement_changed");
}

/**
 * Books that a transfer came back: `paid` becomes `settled` again, payable at once.
 *
 * @throws refusal `transfer_confirmed` when the household has confirmed it meanwhile, `ledger_key_reused`
 */
export async function bounce(pg: Knex, transfer: Bounce): Promise<Transferred> {
  const way = { kind: "bounce", from: "paid", to: "settled" };
  return post(pg, { ...transfer, ...way }, "transfer_confirmed");
}

type Way = Transfer & { kind: string; from: string; to: string; cause: string };

const TRIES = 3;

async function post(
  pg: Knex,
  { at, ...transfer }: Way,
  short: "settlement_changed" | "transfer_confirmed",
): Promise<Transferred> {
  const { key, kind, from, to, items } = transfer;
  const document = { ...transfer, occurred_at: at, hash: hashOf({ key, kind, from, to, items }) };
  for (let tries = 1; ; tries++) {
    try {
      const { rows } = await pg.raw<{ rows: unknown[] }>(
        "select ledger_transfer(cast(? as jsonb)) as result",
        [JSON.stringify(document)],
      );
      return row.parse(rows[0]).result;
    } catch (error) {
      if (movedOn(error) && tries < TRIES) continue;
      const message = error instanceof Error ? error.message : "";
      if (message.includes("yigou:transfer_short")) throw refuse(short);
      if (message.includes("yigou:ledger_key_reused")) throw refuse("ledger_key_reused", { key });
      throw error;
    }
  }
}
