import { orderForOfficial } from "../../../../../queries/statement/for-readers";
import { door } from "../../../../_door";
import { answerOf } from "../../../../_statement-answer";

export const GET = door(
  "GET /official/statements/order/:id",
  async ({ actor, params, query, scope }) =>
    answerOf(await orderForOfficial(scope, actor, params.id, query)),
);
