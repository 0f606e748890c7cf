/** What must hold after every step, told without the rules that are under test. */
import { freezeLine } from "../../../backend/src/modules/income/freeze-sale";
import type { LedgerInMemory } from "./ledger-in-memory";

const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);

/** Everything that an auditor would ask of an order's rows at any moment. */
export function expectTrue(ledger: LedgerInMemory): void {
  const { transactions, lines, leaves } = ledger.rows;
  const legs = transactions.flatMap((one) => one.postings);
  for (const one of transactions) expect(sum(one.postings, (leg) => leg.amount_fen)).toBe(0);
  expectNothingBelowZero(ledger);
  const of = (kind: string) =>
    sum(
      transactions.filter((one) => one.kind === kind),
      (one) => one.amount_fen,
    );
  const parties = sum(
    legs.filter((leg) => leg.account_id !== "buyers"),
    (leg) => leg.amount_fen,
  );
  expect(parties).toBe(of("capture") - of("refund"));
  const claims = transactions.filter((one) => one.kind === "claim").flatMap((one) => one.postings);
  const given = -sum(
    claims.filter((leg) => leg.leaf_id === null),
    (leg) => leg.amount_fen,
  );
  const goods = sum(ledger.standing.leaves, (leaf) => leaf.captured_fen - leaf.reversed_fen);
  expect(goods + ledger.standing.unattributed_fen).toBe(of("capture") - of("refund") + given);
  for (const line of lines) {
    const own = leaves.filter((leaf) => leaf.order_line_id === line.order_line_id);
    expect(sum(own, (leaf) => leaf.amount_fen)).toBe(line.paid_fen);
    expect(sum(freezeLine(line).leaves, (leaf) => leaf.amount_fen)).toBe(line.paid_fen);
  }
  for (const c of ledger.credits) {
    const fees = c.service_fen + c.packing_fen + c.freight_fen + c.platform_fen;
    expect(fees + c.net_fen).toBe(c.gross_fen);
  }
}

/** Accounts that may only hold money, never owe it. Pool and bearers owe by their nature. */
function expectNothingBelowZero(ledger: LedgerInMemory): void {
  const accounts = new Map<string, number>();
  const credits = new Map<string, number>();
  for (const leg of ledger.rows.transactions.flatMap((one) => one.postings)) {
    accounts.set(leg.account_id, (accounts.get(leg.account_id) ?? 0) + leg.amount_fen);
    const own = `${leg.credit_id ?? "none"} ${leg.account_id}`;
    if (leg.credit_id && leg.account_id.startsWith("household:"))
      credits.set(own, (credits.get(own) ?? 0) + leg.amount_fen);
  }
  const mayOwe = /^(buyers|loss_pool|borne:)/;
  for (const [id, fen] of [...accounts, ...credits])
    if (!mayOwe.test(id)) expect(fen, id).toBeGreaterThanOrEqual(0);
  for (const leaf of ledger.standing.leaves) {
    expect(leaf.reversed_fen, leaf.id).toBeGreaterThanOrEqual(0);
    expect(leaf.captured_fen, leaf.id).toBeGreaterThanOrEqual(leaf.reversed_fen);
  }
}

/** A rebuild from the rows gives what was kept on the way. */
export function expectRebuilds(ledger: LedgerInMemory): void {
  const [standing, components] = ledger.rebuilt();
  expect(standing).toEqual(ledger.standing);
  expect(components).toEqual(ledger.components);
}
