import { data, redirect } from "react-router";

import type { Route } from "./+types/login";
import { LoginForm } from "../features/account/login-form";
import { useWords } from "../i18n/use-words";
import { settle } from "../lib/api.server";
import { bringCart } from "../lib/basket.server";
import { checkCredentials, readCredentials } from "../lib/credentials.server";
import { authenticate } from "../lib/customer.server";
import { pageMeta } from "../lib/meta";
import { safePath } from "../lib/page.server";
import { callerOf, logIn, readLogin, tell } from "../lib/session.server";
import { still } from "../lib/still";
import { Page } from "../ui/page";

/** Nothing on this page needs React in the browser. */
export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("login.title") }));

export async function loader({ request }: Route.LoaderArgs) {
  const returnTo = safePath(new URL(request.url).searchParams.get("return_to"));
  const { token } = await readLogin(request);
  return token ? redirect(returnTo === "/" ? "/account" : returnTo) : { returnTo };
}

export async function action({ request }: Route.ActionArgs) {
  const typed = await readCredentials(request);
  const { email, password } = typed;
  const values = { email, name: "" };
  const errors = checkCredentials(typed, false);
  if (Object.keys(errors).length > 0) return data({ values, errors, refused: null }, 422);
  const answer = await settle(authenticate(email, password, await callerOf(request)));
  if (!answer.ok) return data({ values, errors, refused: answer.refused }, answer.refused.status);
  const headers = new Headers();
  headers.append("set-cookie", await logIn(answer.value, email));
  headers.append("set-cookie", await bringCart(request, answer.value));
  headers.append("set-cookie", await tell("logged_in"));
  const to = safePath(typed.return_to);
  return redirect(to === "/" ? "/account" : to, { headers });
}

export default function Login({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  return (
    <div className="mx-auto max-w-md">
      <Page title={t("login.title")} lead={t("login.text")}>
        <LoginForm
          returnTo={loaderData.returnTo}
          values={actionData?.values ?? { email: "", name: "" }}
          errors={actionData?.errors ?? {}}
          refused={actionData?.refused ?? null}
        />
      </Page>
    </div>
  );
}
