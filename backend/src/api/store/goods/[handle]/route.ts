import { readGood } from "../../../../queries/shelf/read-good";
import { door } from "../../../_door";

export const GET = door("GET /store/goods/:handle", async ({ params, scope }) => ({
  good: await readGood(scope, params.handle),
}));
