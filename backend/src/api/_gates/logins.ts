/** Logins: known actors only, ten failures in a quarter of an hour, and no hint whether an account exists. */
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "zod";

import { refuse } from "../../refuse";
import { countAttempt, type CountedAttempt } from "../../workflows/access/guard-login";

const ACTORS: ReadonlySet<string> = new Set(["customer", "cooperative", "official", "user"]);
const SHARED: ReadonlySet<string> = new Set(["session", "token", "verification", "mfa"]);
const accountSchema = z
  .object({ email: z.string().max(320).optional(), identifier: z.string().max(320).optional() })
  .catch({});

/** A failed answer takes at least this long, so that its time says nothing. */
const LEAST_MS = 400;

/** `/auth/:actor_type/…`: actors that do not exist here are refused, and passwords never travel in an address. */
export function knownActors(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const [first = "", , third] = req.path.split("/").filter(Boolean);
  // Operators come by invitation, through their own login; the route that makes one of any e-mail stays shut.
  const makesUser = !ACTORS.has(first) && !SHARED.has(first);
  if (makesUser) throw refuse("not_found");
  if (
    req.method === "GET" &&
    ACTORS.has(first) &&
    third !== "callback" &&
    !req.path.endsWith("/providers")
  ) {
    throw refuse("not_found");
  }
  next();
}

/** Counts what fails on any POST below `/auth`. */
export async function loginLimit(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  if (req.method !== "POST") {
    next();
    return;
  }
  const started_ms = performance.now();
  const attempt = await countAttempt(req.scope, {
    account: accountOf(req),
    address: addressOf(req),
  });
  if ("wait_s" in attempt) {
    res.setHeader("Retry-After", String(attempt.wait_s));
    throw refuse("too_many_attempts", { wait_s: attempt.wait_s });
  }
  settleWithAnswer(res, attempt, { started_ms, next });
  next();
}

function settleWithAnswer(
  res: MedusaResponse,
  attempt: CountedAttempt,
  { started_ms, next }: { started_ms: number; next: MedusaNextFunction },
): void {
  const send = res.json.bind(res);
  res.json = (body: unknown) => {
    const failed = res.statusCode >= 400;
    const settle = async () => {
      await attempt.settle(failed);
      if (failed)
        await new Promise((done) => setTimeout(done, LEAST_MS - (performance.now() - started_ms)));
      send(
        failed && res.statusCode === 401
          ? {
              code: "unauthorized",
              type: "unauthorized",
              message: "Invalid email or password",
              message_zh: "账号或密码不正确",
            }
          : body,
      );
    };
    settle().catch(next);
    return res;
  };
}

function accountOf(req: MedusaRequest): string | null {
  const { email, identifier } = accountSchema.parse(req.body);
  const account = email ?? identifier;
  const [actor = ""] = req.path.split("/").filter(Boolean);
  return account ? `${actor}:${account.trim().toLowerCase()}` : null;
}

/**
 * The address of the one who knocks. Our own servers speak from this machine and name their visitor;
 * from anywhere else the header is not believed.
 */
function addressOf(req: MedusaRequest): string | null {
  const remote = req.socket.remoteAddress ?? "";
  if (!/^(::1|127\.|::ffff:127\.)/.test(remote)) return remote;
  const named = req.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return named === undefined || named === "" ? null : named.slice(0, 64);
}
