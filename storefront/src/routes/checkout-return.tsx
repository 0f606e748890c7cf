import { redirect } from "react-router";

import type { Route } from "./+types/checkout-return";
import { useWords } from "../i18n/use-words";
import { pageMeta } from "../lib/meta";
import { endPaying } from "../lib/paying.server";
import { isUnsure } from "../lib/refused";
import { still } from "../lib/still";
import { ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("checkout.title") }));

/** A wallet leads back here. What it says in the address is not believed: the backend asks the house. */
export async function loader({ request }: Route.LoaderArgs) {
  const ended = await endPaying(request);
  if (!ended) return redirect("/cart");
  if ("order" in ended) return ended.order;
  const { refused, paying, headers } = ended;
  if (isUnsure(refused)) return null;
  return redirect(`/${paying.page}?refused=${refused.code}`, { headers });
}

/** Seen only while nobody can tell yet how the payment ended. */
export default function CheckoutReturn() {
  const t = useWords();
  return (
    <Page title={t("checkout.title")} narrow>
      <Notice tone="warn" title={t("checkout.unsure")} />
      <ButtonLink to="/checkout/return" reloadDocument className="mt-4">
        {t("checkout.ask_again")}
      </ButtonLink>
    </Page>
  );
}
