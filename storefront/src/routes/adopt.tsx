import type { Route } from "./+types/adopt";
import { AdoptionOffer } from "../features/adoption/offer";
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
  pageMeta(matches, (t) => ({ title: t("adoption.title"), description: t("adoption.lead") }));

export async function loader({ request }: Route.LoaderArgs) {
  return need(request, call("GET /store/adoptions"));
}

export default function Adopt({ loaderData: { adoptions } }: Route.ComponentProps) {
  const t = useWords();
  return (
    <Page title={t("adoption.title")} lead={t("adoption.lead")}>
      {adoptions.length > 0 ? (
        <ul className="grid gap-4 lg:grid-cols-2">
          {adoptions.map((offer, at) => (
            <li key={offer.good.product_id}>
              <AdoptionOffer offer={offer} eager={at < 2} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t("adoption.empty")} text={t("adoption.empty_text")}>
          <ButtonLink to="/goods">{t("home.all")}</ButtonLink>
        </Empty>
      )}
    </Page>
  );
}
