import { previewCart } from "../../../queries/shelf/preview-cart";
import { door } from "../../_door";

export const GET = door("GET /store/cart-preview", async ({ query, scope }) => ({
  lines: await previewCart(scope, query.variants),
}));
