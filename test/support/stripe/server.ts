/**
 * A double of Stripe for tests: an HTTP server that the official client speaks to. It knows what our provider
 * calls and answers anything else with Stripe's error body. No program but a test starts it.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

import { browserAnswer } from "./browser-side";
import { Failure, invalid } from "./failure";
import { type Form, readForm } from "./form";
import { Mail } from "./mail";
import { houseRoutes } from "./routes";
import { House } from "./state";

/** Keys that the house knows: of no value anywhere else. */
export const STRIPE_KEYS = {
  STRIPE_API_KEY: "sk_test_yigou_double",
  STRIPE_WEBHOOK_SECRET: "whsec_yigou_double_secret",
  STRIPE_PUBLISHABLE_KEY: "pk_test_yigou_double",
} as const;

/** A running house. */
export interface StripeDouble {
  url: string;
  house: House;
  mail: Mail;
  /** So many answers are lost after the work was done: the line breaks. */
  loseAnswers: (count: number) => void;
  /** Every request that did something, as `POST /v1/refunds`. */
  asked: string[];
  close: () => Promise<void>;
}

interface Kept {
  fingerprint: string;
  status: number;
  body: string;
}

/** Opens a house on a free port, or on the given one. */
export async function openStripeDouble(port = 0): Promise<StripeDouble> {
  const mail = new Mail();
  const house = new House(mail);
  const kept = new Map<string, Kept>();
  const asked: string[] = [];
  let lost = 0;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const browser = browserAnswer(house, request, body);
      if (browser) {
        send(response, browser.status, browser.body, browser.headers);
        return;
      }
      const answer = answerTo(house, kept, request, body);
      if (!answer.replayed) asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
      if (lost > 0 && request.method === "POST") {
        lost -= 1;
        request.socket.destroy();
        return;
      }
      const replayed: Record<string, string> = answer.replayed
        ? { "idempotent-replayed": "true" }
        : {};
      send(response, answer.status, answer.body, {
        "content-type": "application/json",
        "request-id": `req_${asked.length}`,
        ...replayed,
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    house,
    mail,
    asked,
    loseAnswers: (count) => {
      lost = count;
    },
    close: async () => {
      mail.address = null;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string>,
): void {
  response.writeHead(status, headers).end(body);
}

interface Answer {
  status: number;
  body: string;
  replayed: boolean;
}

function answerTo(
  house: House,
  kept: Map<string, Kept>,
  request: IncomingMessage,
  body: string,
): Answer {
  const key = request.headers["idempotency-key"];
  const fingerprint = createHash("sha256")
    .update(`${request.method ?? ""} ${request.url ?? ""}\n${body}`)
    .digest("hex");
  const known = request.method === "POST" && typeof key === "string" ? kept.get(key) : undefined;
  if (known) {
    if (known.fingerprint === fingerprint) return { ...known, replayed: true };
    const message = `Keys for idempotent requests can only be used with the same parameters they were first used with.`;
    return fresh(new Failure(400, "idempotency_error", message));
  }
  const answer = worked(house, request, body);
  // What was refused before anything was tried is not kept, as at Stripe.
  const isKept = answer.status === 200 || answer.status === 402;
  if (isKept && request.method === "POST" && typeof key === "string") {
    kept.set(key, { fingerprint, status: answer.status, body: answer.body });
  }
  return answer;
}

function worked(house: House, request: IncomingMessage, body: string): Answer {
  try {
    const url = new URL(request.url ?? "/", "http://house");
    assertKey(request.headers.authorization);
    const route = houseRoutes.find(
      (one) => one.method === request.method && one.path.test(url.pathname),
    );
    if (!route) {
      const message = `Unrecognized request URL (${request.method ?? ""}: ${url.pathname}).`;
      throw new Failure(404, "invalid_request_error", message);
    }
    const form = readForm(request.method === "POST" ? body : url.searchParams.toString());
    assertKnown(form, route.takes);
    const id = route.path.exec(url.pathname)?.[1] ?? "";
    const done = JSON.stringify(route.run(house, id, form));
    return { status: 200, body: done, replayed: false };
  } catch (error) {
    if (error instanceof Failure) return fresh(error);
    const message = error instanceof Error ? error.message : "unknown";
    return fresh(new Failure(500, "api_error", message));
  }
}

function assertKey(authorization: string | undefined): void {
  if (authorization === `Bearer ${STRIPE_KEYS.STRIPE_API_KEY}`) return;
  throw new Failure(401, "invalid_request_error", "Invalid API Key provided.");
}

function assertKnown(form: Form, takes: readonly string[]): void {
  const unknown = Object.keys(form).find((name) => !takes.includes(name));
  if (unknown) {
    const facts = { code: "parameter_unknown", param: unknown };
    throw invalid(`Received unknown parameter: ${unknown}`, facts);
  }
}

function fresh(failure: Failure): Answer {
  return { status: failure.status, body: JSON.stringify(failure.body), replayed: false };
}
