import { readLot } from "../../../../queries/trace/read-lot";
import { door } from "../../../_door";

export const GET = door("GET /store/lots/:code", async ({ params, scope }) => ({
  lot: await readLot(scope, params.code),
}));
