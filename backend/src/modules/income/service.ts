/**
 * The only writer of the ledger. Every method is one database transaction that takes its locks before
 * it reads what it will change; running it again with the same input changes nothing.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Fen } from "../../contract/money";
import { refuse } from "../../refuse";
import { enter, type EntryMovement } from "./enter";
import { freezeSale } from "./freeze-sale";
import { capturePostings, movePostings, refundPostings } from "./postings";
import { insertSale } from "./insert-sale";
import { hashOfMove, headOf, knownMove, knownPosting } from "./known";
import { lockCredits, lockOrder, post, readGround, readLeaves } from "./statements";
import type {
  CreditFilter,
  Move,
  Moved,
  Movement,
  Posted,
  Posting,
  RefundMovement,
  Sale,
} from "./types";

interface Injected {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex;
}

/** The income ledger. */
export class IncomeModuleService {
  readonly #pg: Knex;

  constructor(container: Injected) {
    this.#pg = container[ContainerRegistrationKeys.PG_CONNECTION];
  }

  /**
   * Freezes the attribution of an order. The first call wins; later ones change nothing.
   *
   * @param sale the order's lines with the terms in force at the sale
   */
  async freeze(sale: Sale): Promise<void> {
    await this.#pg.transaction(async (trx) => {
      await lockOrder(trx, sale.order_id);
      await insertSale(trx, sale, freezeSale(sale));
    });
  }

  /** Which of these orders are frozen. */
  async frozen(order_ids: readonly string[]): Promise<string[]> {
    const rows = await this.#pg<{ order_id: string }>("sale")
      .select("order_id")
      .whereIn("order_id", [...order_ids]);
    return rows.map((row) => row.order_id);
  }

  /**
   * Credits a capture, once.
   *
   * @param capture as Medusa recorded it; its order must be frozen
   * @throws refusal `ledger_key_reused` when this capture was posted with other figures
   */
  async credit(capture: Movement): Promise<Posted> {
    return this.#pg.transaction(async (trx) => {
      await lockOrder(trx, capture.order_id);
      const leaves = await readLeaves(trx, capture.order_id);
      const postings = capturePostings(capture.order_id, capture.amount_fen, leaves);
      return post(trx, { ...headOf("capture", capture), cause: "payment", facts: {} }, postings);
    });
  }

  /**
   * Reverses a refund, once, with the cause that it had.
   *
   * @throws refusal `over_refund` when more goes back than was captured
   */
  async reverse(refund: RefundMovement): Promise<Posted> {
    return this.#pg.transaction(async (trx) => {
      await lockOrder(trx, refund.order_id);
      const ground = await readGround(trx, refund.order_id);
      const facts = { returned: [...refund.returned] };
      const head = { ...headOf("refund", refund), cause: refund.cause, facts };
      const known = await knownPosting(trx, head.key, head.hash);
      if (known) return known;
      const postings = refundPostings(refund, ground);
      if (!postings) throw refuse("over_refund", { order_id: refund.order_id });
      return post(trx, head, postings);
    });
  }

  /**
   * Moves whatever the chosen credits hold in one state to the next; nothing there, nothing posted.
   *
   * @param expected_fen when given, the sum that must be there
   * @returns how many credits moved and how much
   * @throws refusal `amount_differs`
   */
  async move(move: Move, filter: CreditFilter, expected_fen?: Fen): Promise<Moved> {
    return this.#pg.transaction(async (trx) => {
      const known = await knownMove(trx, move);
      if (known) return known;
      const credits = await lockCredits(trx, filter, move.from);
      const amount_fen = credits.reduce((sum, credit) => sum + credit.amount_fen, 0);
      if (expected_fen !== undefined && expected_fen !== amount_fen) {
        throw refuse("amount_differs", { field: "amount_fen", due_fen: amount_fen });
      }
      if (credits.length === 0) return { moved: 0, amount_fen: 0 };
      const postings: Posting[] = credits.flatMap((c) =>
        movePostings(c, move.from, move.to, c.amount_fen),
      );
      const facts = { ...move.facts, credits: credits.length };
      const { key, kind, order_id, at: occurred_at, cause } = move;
      const head = {
        key,
        hash: hashOfMove(move),
        kind,
        order_id,
        occurred_at,
        cause,
        facts,
        amount_fen,
      };
      await post(trx, { ...head, payment_id: null, source_id: null }, postings);
      return { moved: credits.length, amount_fen };
    });
  }

  /**
   * Posts approved payroll and contract entries and what takes entries back: all of them or none, each once.
   *
   * @throws refusal `entry_paid` when the money of an entry to be taken back has reached the household
   */
  async enter(entries: readonly EntryMovement[]): Promise<Posted[]> {
    return enter(this.#pg, entries);
  }
}
