import { categoriesInUse } from "../../../queries/shelf/categories";
import { door } from "../../_door";

export const GET = door("GET /cooperative/categories", async ({ scope }) => categoriesInUse(scope));
