/** An order as the shop keeps it: its lines as they are now, what was paid, given back, sent back, changed. */
import type { OrderChange } from "../../../backend/src/modules/income/change-types";
import type {
  Bearer,
  InTransit,
  RefundCause,
  RefundMovement,
  Returned,
  Sale,
  SaleLine,
} from "../../../backend/src/modules/income/types";
import { orangeLine } from "./sale";

/** A line of the order as it stands now. */
export interface Line {
  line: SaleLine;
  quantity: number;
  /** Paid for all of it, millionths of a yuan. */
  weight_micro: number;
  gone: number;
}

type Told = Pick<OrderChange, "id" | "change" | "cause" | "replacement" | "version" | "undoes">;

/** Units of a line that were claimed, and the line that is sent for them. */
interface Claim {
  change_id: string;
  claimed: Line;
  units: number;
  sent_id: string;
}

/** In a month that is over, so that it can be closed. */
const AT = "2026-10-21T00:00:00.000Z";

/** The truth that the ledger follows. */
export class OrderInMemory {
  readonly lines = new Map<string, Line>();
  /** Goods that claims have sent again: no longer a part of what the buyer pays, but they too come back. */
  readonly sentAgain = new Map<string, Line>();
  readonly captures: { id: string; amount_fen: number }[] = [];
  readonly refunds: { id: string; amount_fen: number; cause: RefundCause }[] = [];
  readonly changes: Told[] = [];
  /** Those that were not cancelled. */
  readonly claims: Claim[] = [];
  shipping_micro: number;
  version = 1;
  #ids = 0;

  constructor(
    readonly sale: Sale,
    readonly borne_by: Bearer["borne_by"],
  ) {
    for (const line of sale.lines) this.#put(line);
    this.shipping_micro = sale.shipping_micro;
  }

  get captured_fen(): number {
    return this.captures.reduce((sum, one) => sum + one.amount_fen, 0);
  }

  get refunded_fen(): number {
    return this.refunds.reduce((sum, one) => sum + one.amount_fen, 0);
  }

  pay(amount_fen: number): void {
    this.captures.push({ id: this.#id("capt"), amount_fen });
  }

  giveBack(amount_fen: number, cause: RefundCause): void {
    this.refunds.push({ id: this.#id("ref"), amount_fen, cause });
  }

  /** Goods come back, of one line. */
  comeBack(at: number, quantity: number, cause: RefundCause): void {
    const all = [...this.lines.values(), ...this.sentAgain.values()];
    const line = all[at % all.length];
    if (!line) return;
    line.gone = Math.min(line.quantity, line.gone + quantity);
    this.#tell("return", cause);
  }

  /** The operator changes quantity or price of a line; none of its units that came back can go. */
  edit(at: number, quantity: number, unit_micro: number): void {
    const line = this.at(at);
    if (!line) return;
    line.quantity = Math.max(line.gone, quantity);
    line.weight_micro = line.quantity * unit_micro;
    this.#tell("edit", "buyer");
  }

  /** The operator adds a line of its own. */
  add(paid_fen: number, quantity: number, change: "edit" | "exchange", cause: RefundCause): void {
    const { terms } = orangeLine();
    const order_line_id = this.#id("line");
    this.#put(orangeLine({ order_line_id, quantity, weight_micro: paid_fen * 10_000, terms }));
    this.#tell(change, cause);
  }

  /** Units of a line are claimed, others are sent for nothing. */
  claim(at: number, quantity: number, price_fen: number, cause: RefundCause): void {
    const [key, line] = [...this.lines][at % Math.max(1, this.lines.size)] ?? [];
    if (!key || !line || line.gone >= line.quantity) return;
    const units = Math.min(quantity, line.quantity - line.gone);
    line.gone += units;
    const order_line_id = this.#id("sent");
    const sent = orangeLine({ order_line_id, quantity: units, weight_micro: price_fen * 10_000 });
    this.sentAgain.set(order_line_id, { line: sent, quantity: units, weight_micro: 0, gone: 0 });
    const claimed = [{ order_line_id: key, quantity: units }];
    const change_id = this.#tell("claim", cause, { replacement: { claimed, sent: [sent] } });
    this.claims.push({ change_id, claimed: line, units, sent_id: order_line_id });
  }

  /** The operator cancels a claim: its units are kept, nothing is sent for them. */
  cancelClaim(at: number): void {
    const [one] = this.claims.splice(at % Math.max(1, this.claims.length), 1);
    if (!one) return;
    one.claimed.gone = Math.max(0, one.claimed.gone - one.units);
    this.sentAgain.delete(one.sent_id);
    this.#tell("claim_cancelled", "buyer", { undoes: one.change_id });
  }

  at(index: number): Line | undefined {
    return [...this.lines.values()][index % Math.max(1, this.lines.size)];
  }

  /** The order as it stands now, for a change that the ledger follows now. */
  change(told: Told, in_transit: readonly InTransit[]): OrderChange {
    const lines = [...this.lines.values()].filter((one) => one.quantity > 0);
    const target: Sale = {
      ...this.sale,
      total_fen: Math.round(
        (lines.reduce((sum, one) => sum + one.weight_micro, 0) + this.shipping_micro) / 10_000,
      ),
      shipping_micro: this.shipping_micro,
      lines: lines.map(({ line, quantity, weight_micro }) => ({ ...line, quantity, weight_micro })),
    };
    const { order_id } = this.sale;
    const why = this.why(told.cause, in_transit);
    return { ...told, order_id, at: AT, target, ...why, moves_refunds: true };
  }

  refund(
    { id, amount_fen, cause }: OrderInMemory["refunds"][number],
    in_transit: readonly InTransit[],
  ): RefundMovement {
    const { order_id } = this.sale;
    const head = { id, payment_id: "pay", order_id, amount_fen, at: AT };
    return { ...head, ...this.why(cause, in_transit) };
  }

  why(cause: RefundCause, in_transit: readonly InTransit[]) {
    const all = [...this.lines, ...this.sentAgain];
    const returned: Returned[] = all
      .filter(([, line]) => line.gone > 0)
      .map(([order_line_id, { gone }]) => ({ order_line_id, quantity: gone }));
    const bearers: Bearer[] = all.map(([order_line_id]) => ({
      order_line_id,
      borne_by: this.borne_by,
      cooperative_id: "coop_bears",
      rule_pack_id: "pack",
    }));
    return { cause, returned, bearers, in_transit };
  }

  #put(line: SaleLine): void {
    const { quantity, weight_micro } = line;
    this.lines.set(line.order_line_id, { line, quantity, weight_micro, gone: 0 });
  }

  #tell(
    change: Told["change"],
    cause: RefundCause,
    { replacement = null, undoes = null }: Partial<Pick<Told, "replacement" | "undoes">> = {},
  ): string {
    this.version += 1;
    const id = this.#id("orch");
    this.changes.push({ id, change, cause, replacement, undoes, version: this.version });
    return id;
  }

  #id(prefix: string): string {
    this.#ids += 1;
    return `${prefix}_${this.sale.order_id}_${this.#ids.toString()}`;
  }
}
