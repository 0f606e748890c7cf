/** What must hold after every step, told without the rules that are under test. */
import type { LedgerInMemory } from "./ledger-in-memory";

/** Fails with figures; a plain comparison, because millions of these run. */
function equal(is: number, should: number, what: string): void {
  if (is !== should) expect.fail(`${what}: ${is.toString()} instead of ${should.toString()}`);
}

function atLeast(is: number, least: number, what: string): void {
  if (is < least) expect.fail(`${what}: ${is.toString()} is less than ${least.toString()}`);
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);

/** Everything that an auditor would ask of an order's rows at any moment. */
export function expectTrue(ledger: LedgerInMemory): void {
  const { transactions, lines, leaves } = ledger.rows;
  const legs = transactions.flatMap((one) => one.postings);
  for (const one of transactions)
    equal(
      sum(one.postings, (leg) => leg.amount_fen),
      0,
      `postings of ${one.kind}`,
    );
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
  equal(parties, of("capture") - of("refund"), "what all parties hold");
  const claims = transactions.filter((one) => one.kind === "claim").flatMap((one) => one.postings);
  const given = -sum(
    claims.filter((leg) => leg.leaf_id === null && leg.account_id !== "unattributed"),
    (leg) => leg.amount_fen,
  );
  const goods = sum(ledger.standing.leaves, (leaf) => leaf.captured_fen - leaf.reversed_fen);
  equal(
    goods + ledger.standing.unattributed_fen,
    of("capture") - of("refund") + given,
    "credited less reversed",
  );
  for (const line of lines) {
    const own = leaves.filter((leaf) => leaf.order_line_id === line.order_line_id);
    equal(
      sum(own, (leaf) => leaf.amount_fen),
      line.paid_fen,
      "the parts of a line",
    );
  }
  for (const c of ledger.credits) {
    const fees = c.service_fen + c.packing_fen + c.freight_fen + c.platform_fen;
    equal(fees + c.net_fen, c.gross_fen, "deductions and net");
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
  for (const [id, fen] of [...accounts, ...credits]) if (!mayOwe.test(id)) atLeast(fen, 0, id);
  for (const leaf of ledger.standing.leaves) {
    atLeast(leaf.reversed_fen, 0, leaf.id);
    atLeast(leaf.captured_fen, leaf.reversed_fen, leaf.id);
    // What refunds leave of a leaf never exceeds what it was frozen at.
    atLeast(leaf.amount_fen, leaf.captured_fen - leaf.reversed_fen, leaf.id);
  }
}

/** A rebuild from the rows gives what was kept on the way. */
export function expectRebuilds(ledger: LedgerInMemory): void {
  const [standing, components] = ledger.rebuilt();
  // The same rows make the same text; the slow comparison is left to failures.
  const texts = [textOf(standing), textOf(ledger.standing)];
  if (texts[0] !== texts[1]) expect(standing).toEqual(ledger.standing);
  if (JSON.stringify(components) !== JSON.stringify(ledger.components))
    expect(components).toEqual(ledger.components);
}

function textOf({ leaves, balances, quantities, unattributed_fen }: LedgerInMemory["standing"]) {
  return JSON.stringify([leaves, [...balances], [...quantities], unattributed_fen]);
}
