import type { Route } from "./+types/home";
import { Hero } from "../features/home/hero";
import { Categories, HowItWorks, Places, Section } from "../features/home/sections";
import { useWords } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { pageMeta } from "../lib/meta";
import { still } from "../lib/still";
import { GoodGrid } from "../ui/good-card";
import { Failed } from "../ui/states";

/** Nothing on this page needs React in the browser. */
export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("home.title") }));

/** Totals and goods come side by side; either may fail without the other. */
export async function loader() {
  const [totals, goods] = await Promise.all([
    settle(call("GET /store/totals")),
    settle(call("GET /store/goods", { query: { limit: 12, sort: "newest" } })),
  ]);
  return { totals, goods };
}

export default function Home({ loaderData: { totals, goods } }: Route.ComponentProps) {
  const t = useWords();
  return (
    <div className="mx-auto max-w-6xl px-4 pt-4 pb-14 sm:px-6 sm:pt-7">
      <Hero totals={totals} />
      {goods.ok ? (
        <>
          <div className="mt-5 sm:mt-7">
            <h2 className="sr-only">{t("home.categories")}</h2>
            <Categories facets={goods.value.facets.category} />
          </div>
          <Section
            title={t("home.season")}
            text={t("home.season_text")}
            to="/goods"
            more={t("home.all")}
          >
            <GoodGrid goods={goods.value.goods} />
          </Section>
          <Section title={t("home.how")}>
            <HowItWorks example={goods.value.goods.find((good) => good.in_stock)} />
          </Section>
          <Section title={t("home.places")} text={t("home.places_text")}>
            <Places facets={goods.value.facets.county} />
          </Section>
        </>
      ) : (
        <div className="mt-8">
          <Failed refused={goods.refused} />
        </div>
      )}
    </div>
  );
}
