/** A refusal of the backend as an error of this panel. */
import type { Refusal, RefusalCode } from "@yigou/backend/contract";

/** Codes that only this side knows: no answer came, or one that cannot be read. */
type LocalCode = "unreachable" | "unreadable";

/** Thrown by every call that did not succeed. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly messageZh: string | undefined;
  readonly field: string | undefined;

  constructor(status: number, body: Partial<Refusal> & { code: string }) {
    super(body.message ?? body.code);
    this.name = "Refused";
    this.status = status;
    this.code = body.code;
    this.messageZh = body.message_zh;
    this.field = body.field;
  }

  /** Whether this refusal has the given code. */
  is(code: RefusalCode | LocalCode): boolean {
    return this.code === code;
  }
}

/** Any thrown value as a refusal. */
export function asRefused(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Refused(0, { code: "unreachable", message });
}

/** The refusal in a reply's body; Medusa's own routes answer without a code of ours. */
export function refusedOf(status: number, body: unknown): Refused {
  const code = textIn(body, "code") ?? textIn(body, "type") ?? codeOf(status);
  return new Refused(status, {
    code: status === 429 ? "too_many_attempts" : code,
    message: textIn(body, "message") ?? `HTTP ${status}`,
    message_zh: textIn(body, "message_zh"),
    field: textIn(body, "field"),
  });
}

function codeOf(status: number): string {
  if (status === 401) return "unauthorized";
  if (status === 404) return "not_found";
  return status >= 500 ? "busy" : "invalid_input";
}

function textIn(body: unknown, name: string): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const found = Object.entries(body).find(([key]) => key === name);
  const value: unknown = found?.[1];
  return typeof value === "string" ? value : undefined;
}
