import { cooperativeForOfficial } from "../../../../../queries/statement/for-readers";
import { door } from "../../../../_door";
import { answerOf } from "../../../../_statement-answer";

export const GET = door(
  "GET /official/statements/cooperative/:id",
  async ({ actor, params, query, scope }) =>
    answerOf(await cooperativeForOfficial(scope, actor, params.id, query)),
);
