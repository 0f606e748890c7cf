import type { Route } from "./+types/clearance";
import { ClearanceOffer } from "../features/clearance/offer";
import { useWords } from "../i18n/use-words";
import { call } from "../lib/api.server";
import { pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { still } from "../lib/still";
import { ButtonLink } from "../ui/button";
import { Page } from "../ui/page";
import { Empty } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("clearance.title"), description: t("clearance.lead") }));

export async function loader({ request }: Route.LoaderArgs) {
  return need(request, call("GET /store/clearances"));
}

export default function Clearance({ loaderData: { clearances } }: Route.ComponentProps) {
  const t = useWords();
  return (
    <Page title={t("clearance.title")} lead={t("clearance.lead")}>
      {clearances.length > 0 ? (
        <ul className="grid gap-4 lg:grid-cols-2">
          {clearances.map((offer, at) => (
            <li key={offer.variant_id}>
              <ClearanceOffer offer={offer} eager={at < 2} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t("clearance.empty")} text={t("clearance.empty_text")}>
          <ButtonLink to="/goods">{t("home.all")}</ButtonLink>
        </Empty>
      )}
    </Page>
  );
}
