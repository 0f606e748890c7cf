import { listGoods } from "../../../queries/shelf/list-goods";
import { door } from "../../_door";

export const GET = door("GET /store/goods", async ({ query, scope }) => listGoods(scope, query));
