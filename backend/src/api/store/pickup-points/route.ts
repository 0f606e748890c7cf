import { openPoints } from "../../../queries/pickup/points";
import { door } from "../../_door";

export const GET = door("GET /store/pickup-points", async ({ scope }) => openPoints(scope));
