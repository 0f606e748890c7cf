/** A buyer's saved cards. */
import { myCards } from "../../../../queries/saved-card/my-cards";
import { door } from "../../../_door";

export const GET = door("GET /store/my/cards", async ({ actor, scope }) => ({
  cards: await myCards(scope, actor.id),
}));
