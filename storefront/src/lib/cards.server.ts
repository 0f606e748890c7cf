/** The saved cards of whoever is logged in. */
import { call, settle } from "./api.server";
import { isExpired, type ShownCard } from "./card";
import type { Answer } from "./refused";
import { callerOf, readLogin } from "./session.server";

/** Every card that the buyer has saved, the newest first. */
export async function listCards(request: Request): Promise<Answer<ShownCard[]>> {
  const answer = await settle(call("GET /store/my/cards", { by: await callerOf(request) }));
  if (!answer.ok) return answer;
  const now = new Date();
  const value = answer.value.cards.map((card) => ({ ...card, expired: isExpired(card, now) }));
  return { ok: true, value };
}

/** Cards to pay with now: none for a guest, and none when nobody can tell, for a new one can be typed in. */
export async function usableCards(request: Request): Promise<ShownCard[]> {
  const { token } = await readLogin(request);
  if (!token) return [];
  const answer = await listCards(request);
  return answer.ok ? answer.value.filter(({ expired }) => !expired) : [];
}
