import { listAdoptions } from "../../../queries/adoption/list-adoptions";
import { door } from "../../_door";

export const GET = door("GET /store/adoptions", async ({ scope }) => listAdoptions(scope));
