/** A refusal of the backend as the shop tells it. */
import { refusals, refusalSchema, type RefusalCode } from "@yigou/backend/contract";
import { z } from "zod";

import type { Refused } from "./refused";

/** Medusa's own refusals have no code of ours, only a type. */
const stockSchema = z.object({ type: z.string().optional(), message: z.string().optional() });

/** Thrown when the backend says no, or says nothing. */
export class Refusal extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(refused.code);
    this.name = "Refusal";
    this.refused = refused;
  }
}

function isKnown(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}

/** What a code means in both languages. */
export function refusedBy(code: RefusalCode, facts: Refused["facts"] = {}): Refused {
  const [status, zh, en] = refusals[code];
  return { code, status, zh, en, facts };
}

/** The refusal that a redirect carries in its address: a known code, or nothing. */
export function refusedIn(request: Request): Refused | null {
  const code = new URL(request.url).searchParams.get("refused");
  return code && isKnown(code) ? refusedBy(code) : null;
}

function codeOfStatus(status: number): RefusalCode {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden_action";
  if (status === 404) return "not_found";
  if (status === 429) return "too_many_attempts";
  if (status >= 500) return "busy";
  return "invalid_input";
}

/**
 * Reads a refused reply.
 *
 * @param status HTTP status
 * @param body the parsed body, whatever it is
 */
export function readRefusal(status: number, body: unknown): Refusal {
  const ours = refusalSchema.safeParse(body);
  if (ours.success && isKnown(ours.data.code)) {
    const { code, field, facts } = ours.data;
    return new Refusal({ ...refusedBy(code, facts), status, ...(field ? { field } : {}) });
  }
  const stock = stockSchema.safeParse(body);
  const taken = stock.data?.type === "duplicate_error" || status === 409;
  return new Refusal({ ...refusedBy(taken ? "state_conflict" : codeOfStatus(status)), status });
}
