import { suggestWords } from "../../../queries/shelf/suggest-words";
import { door } from "../../_door";

export const GET = door("GET /store/suggestions", async ({ query, scope }) =>
  suggestWords(scope, query),
);
