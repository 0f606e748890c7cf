import { redirect } from "react-router";

import type { Route } from "./+types/logout";
import { keepCart } from "../lib/cart.server";
import { keepPaying } from "../lib/paying.server";
import { logOut, tell } from "../lib/session.server";

export function loader() {
  return redirect("/account");
}

/** Forgets the login. */
export async function action({ request }: Route.ActionArgs) {
  const headers = new Headers();
  headers.append("set-cookie", await logOut(request));
  // Cart and address stay with their buyer: who comes next to this device must not inherit them.
  headers.append("set-cookie", await keepCart([]));
  headers.append("set-cookie", await keepPaying(null));
  headers.append("set-cookie", await tell("logged_out"));
  return redirect("/", { headers });
}
