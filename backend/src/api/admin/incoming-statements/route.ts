import { importArrivals } from "../../../workflows/incoming/import-arrivals";
import { door } from "../../_door";
import { readUpload } from "../../_upload";

export const POST = door(
  "POST /admin/incoming-statements",
  async ({ actor, query, scope, req }) => {
    const file = await readUpload(req, "table_unreadable");
    return importArrivals(scope, file, { layout: query.layout, imported_by: `user:${actor.id}` });
  },
);
