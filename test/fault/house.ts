/** The payment house that answers late: it sends its signed word until it is acknowledged, and sometimes twice. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { signBody } from "../../backend/src/modules/inbox/signature";
import { look } from "../http/ledger";
import type { Visitor } from "../http/visitor";
import type { TestDatabase } from "../support/postgres";
import { TEST_SECRETS } from "../support/world";
import { called, mayAskAgain, noteStrange, type Told } from "./told";

/** What the house needs to send its word. */
export interface Sender {
  guest: Visitor;
  database: TestDatabase;
  dice: () => number;
  isOver: () => boolean;
}

const WAITING = `select session_id from sandbox_charge where state = 'pending' order by created_at limit 20`;
const row = z.object({ session_id: z.string() });
const SENDS_AGAIN = 0.3;
const FAILS = 0.2;
const ROUND_MS = 300;

/** Sends one word and says whether it was acknowledged. */
async function send(
  { guest }: Sender,
  told: Told,
  word: { event_id: string; type: string; session_id: string },
): Promise<boolean> {
  const raw = JSON.stringify(word);
  const at_s = Math.floor(Date.now() / 1000);
  const signature = signBody(raw, TEST_SECRETS.YIGOU_WEBHOOK_SECRET, at_s);
  const headers = { "x-yigou-signature": signature };
  const path = "/hooks/payment/sandbox_local";
  const answer = await called(told, () => guest.post(path, word, { headers }));
  if (answer?.status === 200) {
    told.acknowledged.add(word.event_id);
    return true;
  }
  // A clock that stands wrong refuses what is fresh; the house sends it again.
  const isStale = answer?.text.includes("webhook_stale") ?? false;
  if (answer && !mayAskAgain(answer) && !isStale) noteStrange(told, "webhook", answer);
  return false;
}

/** Sends the word of every charge that waits, until the doors are closed and nothing waits any more. */
export async function tellLate(sender: Sender, told: Told): Promise<void> {
  const words = new Map<string, { event_id: string; type: string; session_id: string }>();
  for (;;) {
    const isOver = sender.isOver();
    const waiting = await look(sender.database, row, WAITING).catch(() => null);
    for (const { session_id } of waiting ?? []) {
      const type = sender.dice() < FAILS ? "payment.failed" : "payment.captured";
      const word = words.get(session_id) ?? { event_id: `evt_${randomUUID()}`, type, session_id };
      words.set(session_id, word);
      const isDone = await send(sender, told, word);
      if (isDone && sender.dice() < SENDS_AGAIN) await send(sender, told, word);
    }
    if (isOver && waiting?.length === 0) return;
    await sleep(ROUND_MS);
  }
}
