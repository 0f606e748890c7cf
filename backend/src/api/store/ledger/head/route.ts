import { ledgerHead } from "../../../../queries/income/ledger-blocks";
import { door } from "../../../_door";

export const GET = door("GET /store/ledger/head", async ({ scope }) => ({
  head: await ledgerHead(scope),
}));
