import { ledgerBlocks } from "../../../../queries/income/ledger-blocks";
import { door } from "../../../_door";

export const GET = door("GET /store/ledger/blocks", async ({ query, scope }) =>
  ledgerBlocks(scope, query),
);
