import { redirect } from "react-router";

import type { Route } from "./+types/logout";
import { logOut, tell } from "../lib/session.server";

export function loader() {
  return redirect("/account");
}

/** Forgets the login. */
export async function action({ request }: Route.ActionArgs) {
  const headers = new Headers();
  headers.append("set-cookie", await logOut(request));
  headers.append("set-cookie", await tell("logged_out"));
  return redirect("/", { headers });
}
