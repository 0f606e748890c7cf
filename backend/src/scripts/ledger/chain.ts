/**
 * Recomputes every leaf, root and link of the chain from the rows, page by page: memory does not grow with
 * the ledger. The leaves are computed by the SQL of this program, not by functions of the database.
 */
import { createHash } from "node:crypto";

import type { ClientBase } from "pg";
import { z } from "zod";

import { GENESIS, headerText, type BlockHeader } from "../../contract/proof";
// NOTE: the files themselves, not the module: Medusa's framework behind it would take a hundred megabytes.
import type { FormName } from "../../modules/income/leaf-forms";
import { leavesOf } from "../../modules/income/leaf-sql";
import { cutLeaves, merkleRoot } from "../../modules/income/merkle";
import { HEADER, headersOf } from "../../modules/income/seal";
import type { Gaps } from "./gap";
import type { Progress } from "./progress";
import { nameChanged, type Changed } from "./name-changed";

const whole = z.coerce.number().int();
const bodyRow = z.object({
  seqs: z.array(whole),
  leaves: z.instanceof(Buffer),
  form: z.union([z.literal(1), z.literal(2)]),
});
const computedRow = z.object({ number: whole, leaves: z.instanceof(Buffer), legs: whole });

/** Blocks of a page, unless they hold more transactions than fit. */
const PAGE_BLOCKS = 16;

const PAGE = `select ${HEADER}, seqs, leaves, form from ledger_block where number > $1 order by number limit ${PAGE_BLOCKS}`;

// A transaction that is gone has no leaf; 32 zero bytes keep the others in their places.
const computedIn = (form: FormName): string => `
select b.number, string_agg(coalesce(x.leaf, decode(repeat('00', 32), 'hex')), '\\x'::bytea order by o.at) as leaves,
       coalesce(sum(x.legs), 0) as legs
  from ledger_block b
 cross join lateral unnest(b.seqs) with ordinality o(seq, at)
  left join (${leavesOf(
    `select * from ledger_transaction where seq between $3 and $4 and seq in
       (select unnest(seqs) from ledger_block where number between $1 and $2)`,
    form,
  )}) x on x.seq = o.seq
 where b.number between $1 and $2 and b.form = ${form}
 group by b.number order by b.number`;

/** A block as stored. */
export interface StoredBlock {
  header: BlockHeader;
  seqs: number[];
  leaves: Buffer[];
  form: FormName;
}

/** Something that wants to see each block as it passes, such as a witness. */
export type Onlooker = (block: StoredBlock) => Promise<void> | void;

/** What the chain holds. */
export interface ChainFigures {
  blocks: number;
  sealed: number;
  head: string | null;
}

/** Reads the blocks in their order, a page at a time. */
export async function* pagesOfBlocks(client: ClientBase): AsyncGenerator<StoredBlock[]> {
  for (let after = 0; ;) {
    const { rows } = await client.query<Record<string, unknown>>(PAGE, [after]);
    const headers = headersOf(rows);
    const bodies = z.array(bodyRow).parse(rows);
    const page = headers.flatMap((header, at) => {
      const body = bodies[at];
      return body ? [{ header, ...body, leaves: cutLeaves(body.leaves) }] : [];
    });
    if (page.length === 0) return;
    yield page;
    after = headers.at(-1)?.number ?? after;
  }
}

/**
 * Checks the chain.
 *
 * @param onlooker sees every block once, in order
 */
export async function verifyChain(
  client: ClientBase,
  gaps: Gaps,
  progress: Progress,
  onlooker: Onlooker,
): Promise<ChainFigures> {
  let last: BlockHeader | null = null;
  const changed: Changed[] = [];
  for await (const page of pagesOfBlocks(client)) {
    const computed = await computePage(client, page);
    for (const block of page) {
      checkHeader(block, last, gaps);
      const own = computed.get(block.header.number);
      changed.push(...compareLeaves(block, own?.leaves ?? [], gaps));
      await onlooker(block);
      last = block.header;
      progress("entries against their seals", own?.legs ?? 0);
    }
  }
  await nameChanged(client, changed, gaps);
  return { blocks: last?.number ?? 0, sealed: last?.total ?? 0, head: last?.hash ?? null };
}

async function computePage(client: ClientBase, page: readonly StoredBlock[]) {
  const numbers = page.map(({ header }) => header.number);
  const ends = page.flatMap(({ seqs }) => [Math.min(...seqs), Math.max(...seqs)]);
  const range = [numbers[0], numbers.at(-1), Math.min(...ends), Math.max(...ends)];
  const found: z.infer<typeof computedRow>[] = [];
  for (const form of new Set(page.map((block) => block.form))) {
    const { rows } = await client.query(computedIn(form), range);
    found.push(...z.array(computedRow).parse(rows));
  }
  return new Map(
    found.map(({ number, leaves, legs }) => [number, { leaves: cutLeaves(leaves), legs }]),
  );
}

function checkHeader({ header, leaves, seqs }: StoredBlock, last: BlockHeader | null, gaps: Gaps) {
  const { hash, number, previous, total, count, root } = header;
  const name = `block ${number}`;
  for (let gone = (last?.number ?? 0) + 1; gone < number; gone++) {
    gaps.add("a block was removed", `block ${gone}`);
  }
  if (previous !== (last?.hash ?? GENESIS) || total !== (last?.total ?? 0) + count) {
    gaps.add("a block is not linked to the one before it", name);
  }
  if (count !== leaves.length || count !== seqs.length) {
    gaps.add("a block does not hold as many entries as it says", name);
  }
  if (merkleRoot(leaves).toString("hex") !== root) {
    gaps.add("the root of a block is not that of its leaves", name);
  }
  const own = createHash("sha256").update(Buffer.of(2)).update(headerText(header)).digest("hex");
  if (own !== hash) gaps.add("the header of a block was changed", name);
}

const GONE = Buffer.alloc(32);

function compareLeaves(block: StoredBlock, computed: readonly Buffer[], gaps: Gaps): Changed[] {
  return block.seqs.flatMap((seq, at) => {
    const [stored, own] = [block.leaves[at], computed[at]];
    if (!stored || (own && stored.equals(own))) return [];
    if (own?.equals(GONE) === false) return [{ seq, leaf: stored.toString("hex") }];
    gaps.add("a transaction was removed", seq);
    return [];
  });
}
