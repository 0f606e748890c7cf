import { divisionChoices } from "../../../queries/division/choices";
import { door } from "../../_door";

export const GET = door("GET /cooperative/divisions", async ({ query, scope }) =>
  divisionChoices(scope, query.parent),
);
