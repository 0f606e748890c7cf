/** Signed httpOnly cookies: the login, the cart, a guest's orders, preferences, one passing notice. */
import { createCookie, createCookieSessionStorage, type CookieOptions } from "react-router";
import { z } from "zod";

import type { Caller } from "./api.server";
import { env } from "./env.server";

const DAY_S = 86_400;
const base: CookieOptions = {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: env.secureCookies,
  secrets: [env.sessionSecret],
};

const loginSchema = z.object({ token: z.string().optional(), email: z.string().optional() });
const sessions = createCookieSessionStorage({
  cookie: { ...base, name: "yigou_session", maxAge: DAY_S },
});
const preferences = createCookie("yigou_look", { ...base, maxAge: 400 * DAY_S });
const notice = createCookie("yigou_notice", { ...base, maxAge: 60 });

/** The login of a request; both fields are missing for a visitor. */
export async function readLogin(request: Request): Promise<z.infer<typeof loginSchema>> {
  const session = await sessions.getSession(request.headers.get("cookie"));
  return loginSchema.catch({}).parse(session.data);
}

/** For whom a request asks. */
export async function callerOf(request: Request): Promise<Caller> {
  const { token } = await readLogin(request);
  return { token, address: addressOf(request) };
}

/** The browser's address as our own server noted it. */
export function addressOf(request: Request): string | undefined {
  return request.headers.get("x-forwarded-for")?.split(",")[0]?.trim();
}

/** The Set-Cookie value that logs in. */
export async function logIn(token: string, email: string): Promise<string> {
  const session = await sessions.getSession();
  session.set("token", token);
  session.set("email", email);
  return sessions.commitSession(session);
}

/** The Set-Cookie value that logs out. */
export async function logOut(request: Request): Promise<string> {
  return sessions.destroySession(await sessions.getSession(request.headers.get("cookie")));
}

const lookSchema = z.object({
  lang: z.enum(["zh", "en"]).default("zh"),
  theme: z.enum(["auto", "light", "dark"]).default("auto"),
  text: z.enum(["normal", "large"]).default("normal"),
});
/** How a visitor wants the shop to look and speak. */
export type Look = z.infer<typeof lookSchema>;

/** The look of a request; Chinese, the device's theme and normal letters unless chosen otherwise. */
export async function readLook(request: Request): Promise<Look> {
  const read: unknown = await preferences.parse(request.headers.get("cookie"));
  const look = lookSchema.catch(lookSchema.parse({})).parse(read ?? {});
  const lang = langAsked(request);
  return lang ? { ...look, lang } : look;
}

/** The language that an address asks for, as search engines link to it. */
export function langAsked(request: Request): Look["lang"] | undefined {
  const asked = new URL(request.url).searchParams.get("lang");
  return lookSchema.shape.lang.unwrap().safeParse(asked).data;
}

/** The Set-Cookie value that keeps a look. */
export function keepLook(look: Look): Promise<string> {
  return preferences.serialize(look);
}

/** Notices that outlive a redirect. */
export const notices = [
  "added",
  "returned",
  "reviewed",
  "complained",
  "logged_in",
  "logged_out",
  "saved",
  "removed",
] as const;
/** A notice that outlives a redirect. */
export type NoticeKey = (typeof notices)[number];

/** The Set-Cookie value that shows a notice on the next page. */
export function tell(key: NoticeKey): Promise<string> {
  return notice.serialize(key);
}

/** The notice to show, and the Set-Cookie value that forgets it. */
export async function readNotice(
  request: Request,
): Promise<{ key: NoticeKey | null; forget: string | null }> {
  const read: unknown = await notice.parse(request.headers.get("cookie"));
  const key = notices.find((known) => known === read) ?? null;
  return { key, forget: key ? await notice.serialize("", { maxAge: 0 }) : null };
}

function orderCookie(id: string) {
  return createCookie(`yigou_${id}`, { ...base, path: "/orders", maxAge: 180 * DAY_S });
}

/** The access token that a guest holds for an order. */
export async function readOrderToken(request: Request, id: string): Promise<string | undefined> {
  const read: unknown = await orderCookie(id).parse(request.headers.get("cookie"));
  return z.string().safeParse(read).data;
}

/** The Set-Cookie value that lets a guest come back to an order. */
export function keepOrderToken(id: string, token: string): Promise<string> {
  return orderCookie(id).serialize(token);
}

/** Who asks about an order: the login, and what a guest's browser holds of it. */
export async function orderCaller(request: Request, id: string): Promise<Caller> {
  return { ...(await callerOf(request)), orderToken: await readOrderToken(request, id) };
}
