import { readCooperative } from "../../../queries/cooperative/read-cooperative";
import { door } from "../../_door";

export const GET = door("GET /cooperative/me", async ({ actor, scope }) => ({
  cooperative: await readCooperative(scope, actor.cooperative_id),
}));
