/**
 * Expected refusals: the only place that turns a refusal code into an HTTP status and a body.
 */
import { MedusaError } from "@medusajs/framework/utils";

import { refusals, type Refusal, type RefusalCode } from "./contract/errors";

/** Facts beside a refusal; never personal data. `field` names the input at fault. */
export type RefusalFacts = Record<string, string | number | boolean>;

const typeOfStatus: Record<number, string> = {
  400: MedusaError.Types.INVALID_DATA,
  401: MedusaError.Types.UNAUTHORIZED,
  403: MedusaError.Types.FORBIDDEN,
  404: MedusaError.Types.NOT_FOUND,
};

/** An expected refusal. A MedusaError, so that workflows and Medusa's own routes carry it through. */
export class RefusalError extends MedusaError {
  readonly refusal: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts) {
    const [status, , english] = refusals[code];
    super(typeOfStatus[status] ?? MedusaError.Types.NOT_ALLOWED, english, code);
    this.refusal = code;
    this.facts = facts;
  }
}

/**
 * Makes the error to throw for an expected refusal.
 *
 * @param code which refusal
 * @param facts what the caller needs to act on it
 */
export function refuse(code: RefusalCode, facts: RefusalFacts = {}): RefusalError {
  return new RefusalError(code, facts);
}

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === "string" && Object.hasOwn(refusals, code);
}

/**
 * The status and body of a refusal, also of one that a workflow engine has copied into a plain object.
 *
 * @param error anything thrown
 * @returns null when it is not an expected refusal
 */
export function replyOfRefusal(error: unknown): { status: number; body: Refusal } | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  if (!isRefusalCode(error.code)) return null;
  const [status, chinese, english] = refusals[error.code];
  const facts = "facts" in error && isFacts(error.facts) ? error.facts : {};
  const { field, reason_zh, ...rest } = facts;
  const detail = typeof facts.reason === "string" ? ` (${facts.reason})` : "";
  const detail_zh = typeof reason_zh === "string" ? `（${reason_zh}）` : "";
  return {
    status,
    body: {
      code: error.code,
      type: typeOfStatus[status] ?? "not_allowed",
      message: `${english}${typeof field === "string" ? `: ${field}` : ""}${detail}`,
      message_zh: `${chinese}${typeof field === "string" ? `：${field}` : ""}${detail_zh}`,
      ...(typeof field === "string" ? { field } : {}),
      ...(Object.keys(rest).length > 0 ? { facts: rest } : {}),
    },
  };
}

function isFacts(value: unknown): value is RefusalFacts {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((v) => ["string", "number", "boolean"].includes(typeof v));
}
