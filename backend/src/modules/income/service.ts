/**
 * The only writer of the ledger. Every method ends in one call of a posting function of the database, which
 * is one transaction; running it again with the same input changes nothing.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Fen } from "../../contract/money";
import { refuse } from "../../refuse";
import { amend } from "./amend";
import { bounce, payOut, type Bounce, type Transfer, type Transferred } from "./bounce";
import { closePeriod, type ClosedPeriod, type ClosePeriod } from "./close-period";
import { enter, type EntryMovement } from "./enter";
import { hold, release, type Hold } from "./hold";
import { headOf } from "./known";
import { capturePostings } from "./postings";
import { recordOnce } from "./record";
import { refundPostings } from "./refund-postings";
import { rollUp, type Rolled } from "./rollups";
import { sealLedger, type Sealed, type SealRound } from "./seal-ledger";
import { settleDue, type SettleDue } from "./settle-due";
import { freeze, sell } from "./sell";
import { move, movedOn } from "./statements";
import type { OrderChange } from "./change-types";
import type {
  CreditFilter,
  Move,
  Moved,
  Movement,
  Asked,
  Posted,
  RefundMovement,
  Sale,
} from "./types";

interface Injected {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex;
}

/** A move that meets another of the same credits is tried again at most so often. */
const TRIES = 5;

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
    await freeze(this.#pg, sale);
  }

  /** Which of these orders are frozen. */
  async frozen(order_ids: readonly string[]): Promise<string[]> {
    const rows = await this.#pg<{ order_id: string }>("sale")
      .select("order_id")
      .whereIn("order_id", [...order_ids]);
    return rows.map((row) => row.order_id);
  }

  /**
   * Freezes an order and credits its first capture in one round trip.
   *
   * @param sale the order's lines with the terms in force at the sale
   * @param capture the first capture of its payment
   * @throws refusal `ledger_key_reused` when this capture was posted with other figures
   */
  async sell(sale: Sale, capture: Movement): Promise<Posted> {
    return (await sell(this.#pg, sale, capture)) ?? this.credit(capture);
  }

  /**
   * Credits a capture, once.
   *
   * @param capture as Medusa recorded it; its order must be frozen
   * @throws refusal `ledger_key_reused` when this capture was posted with other figures
   */
  async credit(capture: Movement): Promise<Posted> {
    const { order_id, amount_fen } = capture;
    return recordOnce(this.#pg, {
      head: { ...headOf("capture", capture), cause: "payment" },
      facts: () => ({}),
      legs: (ground) => capturePostings(order_id, amount_fen, ground.leaves),
      bySeen: false,
    });
  }

  /**
   * Reverses a refund, once, with the cause that it had.
   *
   * @throws refusal `over_refund` when more goes back than was captured
   */
  async reverse(refund: Asked<RefundMovement>): Promise<Posted> {
    const { returned, bearers, cause, for_line } = refund;
    const named = for_line ? { for_line } : {};
    return recordOnce(this.#pg, {
      head: { ...headOf("refund", refund), cause },
      facts: ({ in_transit }) => ({ returned, bearers, in_transit, ...named }),
      goesBack: true,
      legs: (ground) => {
        const { in_transit } = ground;
        const postings = refundPostings({ ...refund, in_transit }, ground);
        if (!postings) throw refuse("over_refund", { order_id: refund.order_id });
        return postings;
      },
      bySeen: true,
    });
  }

  /**
   * Follows a change of an order after it was placed: freezes what was added at the terms in force at the
   * change, takes off what was removed, and moves money that lost its goods to goods that have none yet.
   *
   * @returns whether this call did it; false when it was followed before, or the order is not frozen
   */
  async amend(change: Asked<OrderChange>): Promise<boolean> {
    return amend(this.#pg, change);
  }

  /**
   * Moves whatever the chosen credits hold in one state to the next; nothing there, nothing posted.
   *
   * @param expected_fen when given, the sum that must be there
   * @returns how many credits moved and how much
   * @throws refusal `amount_differs`
   */
  async move(asked: Move, filter: CreditFilter, expected_fen?: Fen): Promise<Moved> {
    for (let tries = 1; ; tries++) {
      try {
        return await move(this.#pg, asked, filter, expected_fen);
      } catch (error) {
        if (!movedOn(error) || tries === TRIES) throw error;
      }
    }
  }

  /** Settles every credit whose return window is over, in batches of bounded size. */
  async settleDue(asked: SettleDue): Promise<Moved & { batches: number }> {
    return settleDue(this.#pg, asked);
  }

  /**
   * Posts approved payroll and contract entries and what takes entries back: all of them or none, each once.
   *
   * @throws refusal `entry_paid` when the money of an entry to be taken back has reached the household
   */
  async enter(entries: readonly EntryMovement[]): Promise<Posted[]> {
    return enter(this.#pg, entries);
  }

  /** Seals committed transactions into blocks, once, whichever process calls. */
  async seal(round: SealRound): Promise<Sealed> {
    return sealLedger(this.#pg, round);
  }

  /** Holds what is on its way to households; answers credits that hold less than asked. */
  async hold(holds: readonly Hold[]): Promise<string[]> {
    return hold(this.#pg, holds);
  }

  /** Lets go of what is held; safe to repeat. */
  async release(holders: readonly string[]): Promise<void> {
    await release(this.#pg, holders);
  }

  /** Books a transfer of exact amounts. @throws refusal `settlement_changed` */
  async payOut(transfer: Transfer): Promise<Transferred> {
    return payOut(this.#pg, transfer);
  }

  /** Books that a transfer came back. @throws refusal `transfer_confirmed` */
  async bounce(transfer: Bounce): Promise<Transferred> {
    return bounce(this.#pg, transfer);
  }

  /** Rolls up what became final since the last time, at most so many transactions. */
  async rollUp(most: number): Promise<Rolled> {
    return rollUp(this.#pg, most);
  }

  /**
   * Closes an accounting month of a county for good.
   *
   * @throws refusals `period_closed`, `period_running`, `period_earlier_open`, `busy`
   */
  async closePeriod(asked: ClosePeriod): Promise<ClosedPeriod> {
    return closePeriod(this.#pg, asked);
  }
}
