import { payables } from "../../../queries/income/payables";
import { door } from "../../_door";

export const GET = door("GET /cooperative/payables", async ({ actor, scope }) =>
  payables(scope, actor.cooperative_id),
);
