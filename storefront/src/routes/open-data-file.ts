import { openTables } from "@yigou/backend/contract";
import Papa from "papaparse";
import { data } from "react-router";

import type { Route } from "./+types/open-data-file";
import { call } from "../lib/api.server";
import { need } from "../lib/page.server";

/** A table of the open data as CSV or JSON; the dictionary comes with the JSON. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const [name, kind] = params.file.split(".");
  const table = openTables.find((one) => one === name);
  if (!table || (kind !== "csv" && kind !== "json")) throw data(null, { status: 404 });
  const found = await need(request, call("GET /store/open-data/:table", { params: { table } }));
  const headers = {
    "content-disposition": `attachment; filename="yigou-${table}.${kind}"`,
    "cache-control": "no-cache",
  };
  if (kind === "json") return Response.json(found, { headers });
  const fields = found.columns.map((column) => column.name);
  // The mark in front lets spreadsheets read Chinese; a cell that looks like a formula is made text.
  const csv = Papa.unparse({ fields, data: found.rows }, { escapeFormulae: true });
  return new Response(`\uFEFF${csv}\r\n`, {
    headers: { ...headers, "content-type": "text/csv; charset=utf-8" },
  });
}
