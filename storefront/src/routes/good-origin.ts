import { redirect } from "react-router";

import type { Route } from "./+types/good-origin";
import { call } from "../lib/api.server";
import { need } from "../lib/page.server";

/** From a good to the lot that it comes from: the page of the good itself stays as light as it is. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const { handle } = params;
  const found = await need(
    request,
    call("GET /store/stories/goods/:handle", { params: { handle } }),
  );
  return redirect(found.lot ? `/lots/${found.lot}` : `/goods/${handle}`);
}
