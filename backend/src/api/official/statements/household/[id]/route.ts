import { householdForOfficial } from "../../../../../queries/statement/for-readers";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";
import { answerOf } from "../../../../_statement-answer";

export const GET = door(
  "GET /official/statements/household/:id",
  async ({ actor, params, query, scope }) => {
    const route = `GET /official/statements/household/:id?form=${query.form}`;
    await openFile(scope, actor, params.id, route);
    return answerOf(await householdForOfficial(scope, actor, params.id, query));
  },
);
