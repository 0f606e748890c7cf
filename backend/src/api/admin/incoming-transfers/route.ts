import { listArrivals } from "../../../queries/incoming/list-arrivals";
import { door } from "../../_door";

export const GET = door("GET /admin/incoming-transfers", async ({ scope }) => listArrivals(scope));
