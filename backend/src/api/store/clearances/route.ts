import { listClearances } from "../../../queries/clearance/list-clearances";
import { door } from "../../_door";

export const GET = door("GET /store/clearances", async ({ scope }) => listClearances(scope));
