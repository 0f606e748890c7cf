import { readEvidence } from "../../../../queries/money-flow/read-evidence";
import { officialReader } from "../../../../queries/money-flow/reader";
import { door } from "../../../_door";

export const GET = door("GET /official/transactions/:seq", async ({ actor, params, scope }) =>
  readEvidence(scope, officialReader(actor.division_code, undefined), params.seq),
);
