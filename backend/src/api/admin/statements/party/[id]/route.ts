import { partyForOperator } from "../../../../../queries/statement/for-readers";
import { door } from "../../../../_door";
import { answerOf } from "../../../../_statement-answer";

export const GET = door("GET /admin/statements/party/:id", async ({ params, query, scope }) =>
  answerOf(await partyForOperator(scope, params.id, query)),
);
