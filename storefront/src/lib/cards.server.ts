/** The saved cards of whoever is logged in. */
import { call, settle, type Caller } from "./api.server";
import { isExpired, type ShownCard } from "./card";
import { callerOf, readLogin } from "./session.server";

/** Every card that the buyer has saved, the newest first. @throws Refusal */
export async function listCards(by: Caller): Promise<ShownCard[]> {
  const { cards } = await call("GET /store/my/cards", { by });
  const now = new Date();
  return cards.map((card) => ({ ...card, expired: isExpired(card, now) }));
}

/** Cards to pay with now: none for a guest, and none when nobody can tell, for a new one can be typed in. */
export async function usableCards(request: Request): Promise<ShownCard[]> {
  const { token } = await readLogin(request);
  if (!token) return [];
  const answer = await settle(listCards(await callerOf(request)));
  return answer.ok ? answer.value.filter(({ expired }) => !expired) : [];
}
