import { countyVillages } from "../../../../queries/open-data/county-villages";
import { door } from "../../../_door";

export const GET = door("GET /store/totals/:county", async ({ params, scope }) =>
  countyVillages(scope, params.county),
);
