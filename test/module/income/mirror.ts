/** The ledger in memory and the ledger in the database, told the same things: they must say the same. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { expect } from "vitest";
import { z } from "zod";

import type { OrderChange } from "../../../backend/src/modules/income/change-types";
import { IncomeModuleService } from "../../../backend/src/modules/income/service";
import type {
  InTransit,
  RefundMovement,
  Sale,
  StateBalances,
  TransactionKind,
} from "../../../backend/src/modules/income/types";
import { LedgerInMemory } from "../../unit/income/ledger-in-memory";

type Told = (ledger: IncomeModuleService) => Promise<unknown>;
type State = keyof StateBalances;

const AT = "2026-10-21T00:00:00.000Z";

/** Remembers what it was told, to tell it to the database afterwards. */
export class Mirror extends LedgerInMemory {
  readonly told: { carried: readonly InTransit[]; refused: boolean; tell: Told }[] = [];
  #moves = 0;

  constructor(
    sale: Sale,
    readonly pg: Knex,
  ) {
    super(sale);
  }

  override capture(id: string, amount_fen: number): boolean {
    const { order_id } = this.sale;
    const capture = { id, payment_id: "pay", order_id, amount_fen, at: AT };
    this.told.push({ carried: [], refused: false, tell: (ledger) => ledger.credit(capture) });
    return super.capture(id, amount_fen);
  }

  override refund(refund: RefundMovement): boolean {
    const taken = super.refund(refund);
    const tell: Told = (ledger) => ledger.reverse({ ...refund, at: AT });
    this.told.push({ carried: refund.in_transit, refused: !taken, tell });
    return taken;
  }

  override amend(change: OrderChange): boolean {
    const tell: Told = (ledger) => ledger.amend({ ...change, at: AT });
    this.told.push({ carried: change.in_transit, refused: false, tell });
    return super.amend(change);
  }

  override move(
    kind: TransactionKind,
    way: readonly [State, State],
    picks: (credit_id: string, held: number) => number,
  ): void {
    const [from] = way;
    const items = [...this.standing.balances].flatMap(([credit_id, states]) => {
      const amount_fen = picks(credit_id, states[from]);
      return amount_fen > 0 ? [{ credit_id, amount_fen }] : [];
    });
    this.#moves += 1;
    const key = `${kind}:${this.sale.order_id}:${this.#moves.toString()}`;
    if (items.length > 0)
      this.told.push({ carried: [], refused: false, tell: (l) => this.#walk(l, kind, key, items) });
    super.move(kind, way, picks);
  }

  async #walk(
    ledger: IncomeModuleService,
    kind: TransactionKind,
    key: string,
    items: { credit_id: string; amount_fen: number }[],
  ): Promise<unknown> {
    const transfer = { key, holder: key, items, at: AT, facts: {} };
    const head = { key, at: AT, order_id: this.sale.order_id, cause: "test", facts: {} };
    const filter = { credit_ids: items.map((one) => one.credit_id) };
    switch (kind) {
      case "accept":
        return ledger.move({ ...head, kind, from: "expected", to: "earned" }, filter);
      case "settle":
        return ledger.move({ ...head, kind, from: "earned", to: "settled" }, filter);
      case "confirm":
        return ledger.move({ ...head, kind, from: "paid", to: "confirmed" }, filter);
      case "pay":
        return ledger.payOut(transfer);
      default:
        return ledger.bounce({ ...transfer, reverses_seq: 1, cause: "test" });
    }
  }

  /** Tells the database everything that it has not heard, some of it twice at the same time. */
  async tellAll(): Promise<void> {
    for (const [n, { carried, refused, tell }] of this.told.splice(0).entries()) {
      // A process of its own: nothing is remembered from one call to the next.
      const ledger = new IncomeModuleService({
        [ContainerRegistrationKeys.PG_CONNECTION]: this.pg,
      });
      const holder = `test:${this.sale.order_id}`;
      if (carried.length > 0)
        expect(await ledger.hold(carried.map((one) => ({ ...one, holder })))).toEqual([]);
      const times = n % 3 === 0 ? 2 : 1;
      const answers = await Promise.allSettled(Array.from({ length: times }, () => tell(ledger)));
      for (const answer of answers) {
        if (answer.status === "rejected" && !refused) throw answer.reason;
        expect(answer.status === "rejected").toBe(refused);
        if (answer.status === "rejected")
          expect(answer.reason).toMatchObject({ code: "over_refund" });
      }
      if (carried.length > 0) await ledger.release([holder]);
    }
  }

  /** The database's transactions and balances are those in memory, leg by leg. */
  async expectSame(): Promise<void> {
    const { order_id } = this.sale;
    const found = await this.pg.raw<{ rows: unknown[] }>(TRANSACTIONS, [order_id, order_id]);
    const kept = z.array(kindRow).parse(found.rows);
    const mine = this.rows.transactions.map(({ kind, amount_fen, postings }) => ({
      kind,
      amount_fen,
      legs: postings.map((leg) => textOf(leg.account_id, leg.leaf_id, leg.amount_fen)).sort(),
    }));
    expect(kept.map((one) => ({ ...one, legs: [...one.legs].sort() }))).toEqual(mine);
    const balances = await this.pg.raw<{ rows: unknown[] }>(BALANCES, [order_id]);
    for (const { credit_id, ...states } of z.array(balanceRow).parse(balances.rows))
      expect(states, credit_id).toEqual(this.standing.balances.get(credit_id) ?? NOTHING);
  }
}

const NOTHING = { expected: 0, earned: 0, settled: 0, paid: 0, confirmed: 0 };

function textOf(account_id: string, leaf_id: string | null, amount_fen: number): string {
  return `${account_id} ${leaf_id ?? "-"} ${amount_fen.toString()}`;
}

const fen = z.coerce.number().int();
const kindRow = z.object({ kind: z.string(), amount_fen: fen, legs: z.array(z.string()) });
const TRANSACTIONS = `
select t.kind, t.amount_fen, array_agg(p.account_id || ' ' || coalesce(p.leaf_id, '-') || ' ' || p.amount_fen) as legs
  from ledger_transaction t join ledger_posting p on p.transaction_seq = t.seq
 where t.order_id = ? or t.seq in (select g.transaction_seq from income_credit c
         join ledger_posting g on g.credit_id = c.id where c.order_id = ?)
 group by t.seq order by t.seq`;

const balanceRow = z.object({
  credit_id: z.string(),
  expected: fen,
  earned: fen,
  settled: fen,
  paid: fen,
  confirmed: fen,
});
const BALANCES = `
select credit_id, expected_fen as expected, earned_fen as earned, settled_fen as settled, paid_fen as paid,
       confirmed_fen as confirmed from credit_balance where order_id = ?`;
