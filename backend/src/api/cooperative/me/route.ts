import { readCooperative } from "../../../queries/cooperative/read-cooperative";
import { door } from "../../_door";

export const GET = door("GET /cooperative/me", async ({ actor, scope }) => ({
  member: { id: actor.id, name: actor.name, role: actor.role },
  cooperative: await readCooperative(scope, actor.cooperative_id),
}));
