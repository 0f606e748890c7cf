import { orderForOperator } from "../../../../../queries/statement/for-readers";
import { door } from "../../../../_door";
import { answerOf } from "../../../../_statement-answer";

export const GET = door("GET /admin/statements/order/:id", async ({ params, query, scope }) =>
  answerOf(await orderForOperator(scope, params.id, query)),
);
