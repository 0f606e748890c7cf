import { orderForCooperative } from "../../../../../queries/statement/for-readers";
import { door } from "../../../../_door";
import { answerOf } from "../../../../_statement-answer";

export const GET = door(
  "GET /cooperative/statements/order/:id",
  async ({ actor, params, query, scope }) =>
    answerOf(await orderForCooperative(scope, actor, params.id, query)),
);
