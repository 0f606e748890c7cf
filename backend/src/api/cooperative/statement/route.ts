import { ownStatement } from "../../../queries/statement/for-readers";
import { door } from "../../_door";
import { answerOf } from "../../_statement-answer";

export const GET = door("GET /cooperative/statement", async ({ actor, query, scope }) =>
  answerOf(await ownStatement(scope, actor, query)),
);
