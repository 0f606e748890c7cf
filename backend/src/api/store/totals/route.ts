import { publicTotals } from "../../../queries/income/totals";
import { door } from "../../_door";

export const GET = door("GET /store/totals", async ({ scope }) => publicTotals(scope));
