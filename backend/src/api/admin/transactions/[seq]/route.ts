import { readEvidence } from "../../../../queries/money-flow/read-evidence";
import { operatorReader } from "../../../../queries/money-flow/reader";
import { door } from "../../../_door";

export const GET = door("GET /admin/transactions/:seq", async ({ params, scope }) =>
  readEvidence(scope, operatorReader(undefined), params.seq),
);
