/** The torture: people work while the house falls down again and again; then everything is asked. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { listGoods } from "../http/shop";
import { memberNamed, type Visitor, visitorNamed } from "../http/visitor";
import { audit, evidenceOf, type Finding } from "./audit";
import { type Blow, type Done, passedIn, strike } from "./blows";
import { letIn, type Market } from "./crowd";
import { diceOf } from "./dice";
import { tellLate } from "./house";
import { workOn } from "./office";
import { nothingTold, type Told } from "./told";
import { openTheatre, type Theatre } from "./theatre";

/** What came of it. */
export interface Outcome {
  seed: number;
  told: Told;
  done: Done[];
  /** Failpoints that were passed, and those at which the backend died. */
  passed: Set<string>;
  died: Set<string>;
  findings: Finding[];
}

/** How to torture. */
export interface Torture {
  seed: number;
  blows: readonly Blow[];
  at_once?: number;
  /** How long the sweeps may clear up afterwards. */
  patience_ms?: number;
  say?: (line: string) => void;
}

const STOCK = 200_000;
const AT_ONCE = 5;

/** Lets people in, strikes every blow, and asks what came of it. */
export async function torture(wanted: Torture): Promise<Outcome> {
  const { seed, blows, say = console.log } = wanted;
  const dir = mkdtempSync(join(tmpdir(), "yigou-torture-"));
  const log = join(dir, "failpoints.log");
  writeFileSync(log, "");
  const theatre = await openTheatre();
  const told = nothingTold();
  try {
    let isOver = false;
    const market = await openMarket(theatre, diceOf(seed), () => isOver);
    const { database } = theatre;
    const at_once = wanted.at_once ?? AT_ONCE;
    const work = Promise.all([
      letIn({ ...market, at_once }, told),
      tellLate({ ...market, database, dice: diceOf(seed + 2) }, told),
      workOn({ ...market, database, dice: diceOf(seed + 3), manager: market.seller }, told),
    ]);
    const done = await strikeAll({ theatre, log, dice: diceOf(seed + 1) }, blows, say).finally(
      () => {
        isOver = true;
      },
    );
    if (theatre.backend().isAlive()) await theatre.kill();
    await theatre.ensureUp();
    await work;
    const findings = await audit(theatre.database, told, wanted.patience_ms ?? 240_000);
    for (const finding of findings) {
      const shown = await evidenceOf(theatre.database, finding).catch((error: unknown) => [
        String(error),
      ]);
      for (const line of shown) say(`    ${line}`);
    }
    return { seed, told, done, passed: passedIn(log), died: passedIn(log, "kill"), findings };
  } finally {
    await theatre.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function openMarket(
  { url }: Theatre,
  dice: () => number,
  isOver: () => boolean,
): Promise<Omit<Market, "at_once"> & { bookkeeper: Visitor }> {
  const [guest, seller, operator, bookkeeper] = [
    await visitorNamed(url, "anonymous"),
    await visitorNamed(url, "cooperative"),
    await visitorNamed(url, "operator"),
    await memberNamed(url, "bookkeeper"),
  ];
  const variants: string[] = [];
  for (const price_fen of [1001, 3990, 8888]) {
    variants.push((await listGoods(seller, { price_fen, stock: STOCK })).variant_id);
  }
  return { guest, seller, operator, bookkeeper, variants, dice, isOver };
}

const TRIES = 3;

/** Whether somebody comes by an armed place in time is chance: then it is armed again. */
async function strikeUntilItHits(fist: Parameters<typeof strike>[0], blow: Blow): Promise<Done> {
  for (let tries = 1; ; tries++) {
    const done = await strike(fist, blow);
    if (blow.kind !== "failpoint" || !done.missed || tries === TRIES) return done;
  }
}

async function strikeAll(
  fist: Parameters<typeof strike>[0],
  blows: readonly Blow[],
  say: (line: string) => void,
): Promise<Done[]> {
  const done: Done[] = [];
  for (const [n, blow] of blows.entries()) {
    const began = Date.now();
    const result = await strikeUntilItHits(fist, blow);
    done.push(result);
    const name = blow.kind === "failpoint" ? blow.name : blow.kind;
    const missed = result.missed ? `: ${result.missed}` : "";
    say(`  ${n + 1}/${blows.length} ${name}${missed} (${Date.now() - began} ms)`);
  }
  return done;
}
