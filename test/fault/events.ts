/** The words of a payment house in a storm, and what they must come to in the end. */
import { randomUUID } from "node:crypto";

import { signBody } from "../../backend/src/modules/inbox/signature";
import { TEST_SECRETS } from "../support/world";

/** What the house has decided about a charge. */
export type Fate = "captured" | "failed" | "untold";

/** A charge that waits for the house's word. */
export interface Charge {
  session_id: string;
  order_id: string;
  amount_fen: number;
  fate: Fate;
  /** Refunds that the house gave by itself: each has an id of its own and several words. */
  refunds: { refund_id: string; amount_fen: number }[];
}

/** One word of the house. */
export interface Word {
  event_id: string;
  type: string;
  session_id: string;
  refund_id?: string;
  amount_fen?: number;
}

/** A word as it is sent: honest, by somebody who does not know the secret, or kept for too long. */
export interface Sending {
  word: Word;
  kind: "good" | "forged" | "stale";
}

const FORGED = 0.05;
const STALE = 0.05;
const MOST_TIMES = 5;
const TOO_OLD_S = 600;

/** Decides about a charge; four in five are paid, some of these are given back in part. */
export function decide(
  charge: { session_id: string; order_id: string; amount_fen: number },
  dice: () => number,
): Charge {
  const roll = dice();
  const fate = roll < 0.75 ? "captured" : roll < 0.9 ? "failed" : "untold";
  const count = fate === "captured" && dice() < 0.6 ? 1 + Math.floor(dice() * 3) : 0;
  const refunds = Array.from({ length: count }, () => ({
    refund_id: `ref_${randomUUID()}`,
    amount_fen: 1 + Math.floor((dice() * charge.amount_fen) / 4),
  }));
  return { ...charge, fate, refunds };
}

/**
 * So many different events about the charges, each one to five times, shuffled. A twentieth is forged and
 * says the opposite; a twentieth is signed well and too old, about charges of which nothing else is told.
 */
export function stormOf(charges: readonly Charge[], events: number, dice: () => number): Sending[] {
  const told = charges.filter(({ fate }) => fate !== "untold");
  const untold = charges.filter(({ fate }) => fate === "untold");
  const pick = (from: readonly Charge[]): Charge | undefined =>
    from[Math.floor(dice() * from.length)];
  const sendings: Sending[] = [];
  for (let n = 0; n < events; n++) {
    const roll = dice();
    // Each charge and each refund is told of at least once, whatever the dice say.
    const charge = n < told.length ? told[n] : pick(told);
    if (roll < FORGED && n >= told.length) {
      add(sendings, { word: lie(pick(charges)), kind: "forged" }, dice);
    } else if (roll < FORGED + STALE && n >= told.length) {
      add(sendings, { word: lie(pick(untold)), kind: "stale" }, dice);
    } else if (charge) {
      add(sendings, { word: truth(charge), kind: "good" }, dice);
    }
  }
  for (const charge of told) {
    for (const refund of charge.refunds) {
      for (let again = 0; again < 2; again++) {
        const word = { ...truth(charge), type: "payment.refunded", ...refund };
        add(sendings, { word, kind: "good" }, dice);
      }
    }
  }
  return shuffled(sendings, dice);
}

function add(sendings: Sending[], sending: Sending, dice: () => number): void {
  const times = 1 + Math.floor(dice() * MOST_TIMES);
  for (let time = 0; time < times; time++) sendings.push(sending);
}

function truth({ session_id, fate }: Charge): Word {
  const type = fate === "captured" ? "payment.captured" : "payment.failed";
  return { event_id: `evt_${randomUUID()}`, type, session_id };
}

/** The opposite of what the house has decided. */
function lie(charge: Charge | undefined): Word {
  const type = charge?.fate === "captured" ? "payment.failed" : "payment.captured";
  return { event_id: `evt_${randomUUID()}`, type, session_id: charge?.session_id ?? "none" };
}

function shuffled<T>(list: readonly T[], dice: () => number): T[] {
  return list
    .map((item) => ({ item, place: dice() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** The header that a sending carries. */
export function signatureOf({ word, kind }: Sending): string {
  const raw = JSON.stringify(word);
  const now_s = Math.floor(Date.now() / 1000);
  const secret =
    kind === "forged" ? "a-secret-that-somebody-guessed" : TEST_SECRETS.YIGOU_WEBHOOK_SECRET;
  return signBody(raw, secret, kind === "stale" ? now_s - TOO_OLD_S : now_s);
}
