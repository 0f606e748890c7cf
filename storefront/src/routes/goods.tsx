import { Link, useNavigation } from "react-router";

import { yuanToFen } from "@yigou/backend/contract/fen";

import type { Route } from "./+types/goods";
import { AppliedFilters } from "../features/goods/applied-filters";
import { Filters } from "../features/goods/filters";
import { SortLinks } from "../features/goods/sort-links";
import type { Words } from "../i18n";
import { useWords } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { hrefOf, readFilters } from "../lib/goods-query";
import { dataOf, pageMeta } from "../lib/meta";
import { still } from "../lib/still";
import { ButtonLink } from "../ui/button";
import { GoodGrid } from "../ui/good-card";
import { Page } from "../ui/page";
import { Pager } from "../ui/pager";
import { CardSkeletons, Empty, Failed } from "../ui/states";

const PAGE_SIZE = 24;

function titleOf(t: Words, q: string): string {
  return q ? t("goods.title_search", { q }) : t("goods.title");
}

/** Nothing on this page needs React in the browser. */
export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  pageMeta(matches, (t) => ({
    title: titleOf(t, dataOf(loaderData)?.filters.q ?? ""),
    description: t("goods.description"),
  }));

/** A price typed by a person; what is not one does not filter. */
function priceFen(text: string): number | undefined {
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) ? yuanToFen(text) : undefined;
}

export async function loader({ request }: Route.LoaderArgs) {
  const filters = readFilters(new URL(request.url).searchParams);
  const { min, max, page, sort, ...rest } = filters;
  const answer = await settle(
    call("GET /store/goods", {
      query: {
        ...rest,
        sort: sort || "relevance",
        min_price_fen: priceFen(min),
        max_price_fen: priceFen(max),
        limit: PAGE_SIZE,
        offset: (page - 1) * PAGE_SIZE,
      },
    }),
  );
  return { filters, answer };
}

export default function Goods({ loaderData: { filters, answer } }: Route.ComponentProps) {
  const t = useWords();
  const navigation = useNavigation();
  const loading = navigation.state === "loading" && navigation.location.pathname === "/goods";
  const title = titleOf(t, filters.q);
  if (!answer.ok) {
    return (
      <Page title={title}>
        <Failed refused={answer.refused} />
      </Page>
    );
  }
  const { goods, count, at_least, did_you_mean, facets } = answer.value;
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  return (
    <Page title={title} lead={t(at_least ? "goods.count_least" : "goods.count", { count })}>
      <div className="grid gap-5 lg:grid-cols-[15rem_1fr] lg:gap-8">
        <aside>
          <Filters filters={filters} facets={facets} open={false} />
        </aside>
        <div aria-busy={loading}>
          <h2 className="sr-only">{t("nav.goods")}</h2>
          {did_you_mean ? (
            <DidYouMean meant={did_you_mean} href={hrefOf(filters, { q: did_you_mean })} />
          ) : null}
          <AppliedFilters filters={filters} facets={facets} />
          {goods.length > 1 ? <SortLinks filters={filters} /> : null}
          {loading ? (
            <CardSkeletons />
          ) : goods.length > 0 ? (
            <GoodGrid goods={goods} />
          ) : (
            <NoGoods />
          )}
          <Pager page={filters.page} pages={pages} href={(page) => hrefOf(filters, { page })} />
        </div>
      </div>
    </Page>
  );
}

function DidYouMean({ meant, href }: { meant: string; href: string }) {
  const t = useWords();
  return (
    <p className="mb-4 text-lg">
      {t("goods.did_you_mean")}{" "}
      <Link to={href} className="font-semibold text-persimmon-ink underline underline-offset-4">
        {meant}
      </Link>
    </p>
  );
}

function NoGoods() {
  const t = useWords();
  return (
    <Empty title={t("goods.empty")} text={t("goods.empty_text")}>
      <ButtonLink to="/goods">{t("home.all")}</ButtonLink>
    </Empty>
  );
}
