/** Somebody at the door: sends requests as one actor, and looks for private marks in every answer. */
import { expect } from "vitest";
import { z } from "zod";

import type { VisitorName } from "../lists/who-may";
import { demo } from "../support/postgres";
import { privateNamesIn, privateNumbersIn } from "./canary";

/** What came back. */
export interface Answer {
  status: number;
  text: string;
  /** The body; the text when it is no JSON. */
  body: unknown;
}

/** What is sent beside method and path. */
export interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
  /** Another backend process than the first. */
  base?: string;
}

/** Somebody at the door. */
export interface Visitor {
  name: string;
  /** Division prefix of an official. */
  scope: string | undefined;
  send: (method: string, path: string, sent?: Sent) => Promise<Answer>;
  get: (path: string, sent?: Sent) => Promise<Answer>;
  post: (path: string, body?: unknown, sent?: Sent) => Promise<Answer>;
}

const actorTypes: Record<Exclude<VisitorName, "anonymous">, string> = {
  buyer: "customer",
  buyer_other: "customer",
  cooperative: "cooperative",
  cooperative_other: "cooperative",
  village_cadre: "official",
  county_official: "official",
  county_official_other: "official",
  operator: "user",
};

const TIMEOUT_MS = 100_000;

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Reads a reply by its schema; another shape fails the test with the beginning of the answer. */
export function replyOf<T extends z.ZodType>(answer: Answer, schema: T): z.output<T> {
  expect(answer.status, answer.text.slice(0, 500)).toBe(200);
  return schema.parse(answer.body);
}

const refused = z.object({ code: z.string() });

/** Status and code of a refusal, such as `404 not_found`. */
export function refusalOf(answer: Answer): string {
  const code = refused.safeParse(answer.body).data?.code ?? answer.text.slice(0, 200);
  return `${answer.status} ${code}`;
}

/** Makes a visitor of a token. */
export function visitorOf(base: string, name: string, token?: string, scope?: string): Visitor {
  const send = async (method: string, path: string, sent: Sent = {}): Promise<Answer> => {
    const { body } = sent;
    const payload = body instanceof FormData ? body : JSON.stringify(body);
    const reply = await fetch(`${sent.base ?? base}${path}`, {
      method,
      headers: {
        ...(body instanceof FormData ? {} : { "content-type": "application/json" }),
        "x-publishable-api-key": demo().publishable_key,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...sent.headers,
      },
      ...(body === undefined ? {} : { body: payload }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await reply.text();
    const leaks = [...privateNumbersIn(text), ...privateNamesIn(text, scope)];
    expect(leaks, `${name} must not read these from ${method} ${path}`).toEqual([]);
    return { status: reply.status, text, body: jsonOr(text) };
  };
  return {
    name,
    scope,
    send,
    get: (path, sent) => send("GET", path, sent),
    post: (path, body = {}, sent = {}) => send("POST", path, { ...sent, body }),
  };
}

const tokenSchema = z.object({ token: z.string() });
let logins = 0;

/** An address of its own for each login, so that limits by address are not in the way. */
function fromElsewhere(): Sent {
  logins += 1;
  return { headers: { "x-forwarded-for": `198.51.${process.pid % 250}.${logins % 250}` } };
}

async function tokenFor(base: string, type: string, account: Login): Promise<string> {
  const { email, password } = account;
  const path = `/auth/${type}/emailpass`;
  const answer = await visitorOf(base, "login").post(path, { email, password }, fromElsewhere());
  return replyOf(answer, tokenSchema).token;
}

/** Who logs in. */
export interface Login {
  email: string;
  password: string;
}

/** Registers an account that has no actor yet: a buyer, or somebody who applies to sell. */
export async function register(base: string, type: string, account: Login): Promise<Visitor> {
  const path = `/auth/${type}/emailpass/register`;
  const answer = await visitorOf(base, "registration").post(path, account, fromElsewhere());
  return visitorOf(base, account.email, replyOf(answer, tokenSchema).token);
}

/** A buyer of one's own, registered and logged in. */
export async function newBuyer(base: string, email: string): Promise<Visitor> {
  const account = { email, password: "correct-horse-1" };
  const fresh = await register(base, "customer", account);
  replyOf(await fresh.post("/store/customers", { email }), z.unknown());
  return visitorOf(base, email, await tokenFor(base, "customer", account));
}

/** Logs a demonstration account in. */
export async function visitorNamed(base: string, name: VisitorName): Promise<Visitor> {
  if (name === "anonymous") return visitorOf(base, name);
  if (name === "buyer_other") return newBuyer(base, `other-${Date.now()}@example.com`);
  const account = demo().accounts[name];
  if (!account) throw new Error(`the demonstration has no account ${name}`);
  const token = await tokenFor(base, actorTypes[name], account);
  return visitorOf(base, name, token, account.division_code);
}

/** Logs a member of a cooperative in by the name of the account, such as `bookkeeper`. */
export async function memberNamed(base: string, name: string): Promise<Visitor> {
  const account = demo().accounts[name];
  if (!account) throw new Error(`the demonstration has no account ${name}`);
  return visitorOf(base, name, await tokenFor(base, "cooperative", account));
}

/** Logs a customer of the demonstration in by the name of the account, such as `work_unit`. */
export async function customerNamed(base: string, name: string): Promise<Visitor> {
  const account = demo().accounts[name];
  if (!account) throw new Error(`the demonstration has no account ${name}`);
  return visitorOf(base, name, await tokenFor(base, "customer", account));
}
