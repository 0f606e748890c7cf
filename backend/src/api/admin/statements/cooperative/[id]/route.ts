import { cooperativeForOperator } from "../../../../../queries/statement/for-readers";
import { door } from "../../../../_door";
import { answerOf } from "../../../../_statement-answer";

export const GET = door("GET /admin/statements/cooperative/:id", async ({ params, query, scope }) =>
  answerOf(await cooperativeForOperator(scope, params.id, query)),
);
