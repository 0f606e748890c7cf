#!/usr/bin/env node
/*
 * Checks an export of the ledger without any part of the system that wrote it, and without a database.
 *
 *   node outsider.mjs EXPORT [--head HASH]
 *
 * Needs Node 20 and nothing else. Prints one JSON object; exit code 1 when anything is wrong.
 * The format, in full:
 *   sums    sha256("yigou sums 1\nblind B\n" + one line "CLASS FEN" for each class of accounts)
 *   leaf    sha256(00 + the public text, whose last two lines are "sums HASH" and "private HASH")
 *   node    sha256(01 + left + right); a node without a neighbour goes up as it is
 *   block   sha256(02 + "yigou block 1\nnumber N\ncount N\ntotal N\nroot R\nprevious P\nsealed_at T")
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const [LEAF, NODE, BLOCK] = [Buffer.of(0), Buffer.of(1), Buffer.of(2)];

function rootOf(leaves) {
  let level = leaves.map((leaf) => Buffer.from(leaf, "hex"));
  while (level.length > 1) {
    const next = [];
    for (let at = 0; at < level.length; at += 2)
      next.push(at + 1 < level.length ? sha256(NODE, level[at], level[at + 1]) : level[at]);
    level = next;
  }
  return level.length === 1 ? level[0].toString("hex") : "";
}

function hashOfHeader({ number, count, total, root, previous, sealed_at }) {
  const lines = ["yigou block 1", `number ${number}`, `count ${count}`, `total ${total}`];
  lines.push(`root ${root}`, `previous ${previous}`, `sealed_at ${sealed_at}`);
  return sha256(BLOCK, lines.join("\n")).toString("hex");
}

const state = {
  problems: [],
  blocks: 0,
  transactions: 0,
  closed: 0,
  entries: 0,
  head: null,
  total: 0,
  totals: new Map(),
  seen: new Set(),
  waiting: null,
  ended: false,
};
const problem = (what, where) => {
  if (state.problems.length < 1000) state.problems.push({ what, where });
};

/** A block's own lines must follow it: as many as it counts, each under the leaf of its place. */
function closeBlock() {
  if (!state.waiting) return;
  for (const [seq] of state.waiting.leafOf) problem("a transaction is missing", `seq ${seq}`);
  state.waiting = null;
}

function openBlock({ block, seqs, leaves }) {
  closeBlock();
  const name = `block ${block.number}`;
  if (block.number !== state.blocks + 1) problem("a block is missing or out of place", name);
  if (block.previous !== (state.head ?? "0".repeat(64)))
    problem("a block is not linked to the one before it", name);
  if (block.total !== state.total + block.count)
    problem("the running total of a block is wrong", name);
  if (seqs.length !== block.count || leaves.length !== block.count)
    problem("a block does not hold what it counts", name);
  if (rootOf(leaves) !== block.root) problem("the root of a block is not that of its leaves", name);
  if (hashOfHeader(block) !== block.hash) problem("the header of a block was changed", name);
  state.blocks = block.number;
  state.total = block.total;
  state.head = block.hash;
  state.seen.add(state.wanted === block.hash ? state.wanted : "");
  state.waiting = { name, leafOf: new Map(seqs.map((seq, at) => [seq, leaves[at]])) };
}

function readEntry({ seq, text, sums }) {
  const leaf = state.waiting?.leafOf.get(seq);
  if (leaf === undefined) return problem("a transaction was inserted", `seq ${seq}`);
  state.waiting.leafOf.delete(seq);
  state.transactions += 1;
  const facts = new Map(
    text.split("\n").map((line) => [line.split(" ")[0], line.split(" ").slice(1).join(" ")]),
  );
  if (sha256(LEAF, text).toString("hex") !== leaf || facts.get("seq") !== String(seq))
    problem("a transaction was changed", `seq ${seq}`);
  if (sums === null) state.closed += 1;
  else openSums(seq, facts, sums);
}

function openSums(seq, facts, { blind, text }) {
  const own = sha256(`yigou sums 1\nblind ${blind}\n${text}`).toString("hex");
  if (own !== facts.get("sums")) problem("the amounts of a transaction were changed", `seq ${seq}`);
  let rest = 0;
  for (const line of text.split("\n")) {
    const [name, fen] = line.split(" ");
    rest += Number(fen);
    state.entries += 1;
    const key = `${facts.get("period")} ${name}`;
    state.totals.set(key, (state.totals.get(key) ?? 0) + Number(fen));
  }
  if (rest !== 0) problem("the amounts of a transaction do not add up to zero", `seq ${seq}`);
}

function readLine(line, number) {
  let part;
  try {
    part = JSON.parse(line);
  } catch {
    return problem("a line cannot be read", `line ${number}`);
  }
  if (part.block) openBlock(part);
  else if (part.text !== undefined) readEntry(part);
  else if (part.end) {
    closeBlock();
    state.ended = true;
    if (part.end.transactions !== state.transactions)
      problem("the export has another number of transactions than it says", "end");
  } else if (part.yigou !== "ledger export 1")
    problem("a line of an unknown kind", `line ${number}`);
}

const [file, ...options] = process.argv.slice(2);
if (!file) {
  process.stderr.write("usage: node outsider.mjs EXPORT [--head HASH]\n");
  process.exit(2);
}
state.wanted = options[0] === "--head" ? options[1] : undefined;
let number = 0;
for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
  number += 1;
  if (line !== "") readLine(line, number);
}
closeBlock();
if (!state.ended) problem("the export is cut short", `after line ${number}`);
if (state.wanted !== undefined && !state.seen.has(state.wanted))
  problem("the published head is not in this chain", state.wanted);
const { problems, blocks, transactions, closed, head } = state;
const totals = Object.fromEntries([...state.totals].sort(([a], [b]) => (a < b ? -1 : 1)));
process.stdout.write(
  `${JSON.stringify({ ok: problems.length === 0, blocks, transactions, closed, head, totals_fen: totals, problems }, null, 2)}\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
