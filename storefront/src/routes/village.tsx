import { Link } from "react-router";

import type { Route } from "./+types/village";
import { Following } from "../features/story/news";
import { Goods, Names, Part, StoryHead, useStoryWords } from "../features/story/parts";
import { storyWords } from "../i18n/story-words";
import { call, settle } from "../lib/api.server";
import { breadcrumbs, pictureMeta } from "../lib/head";
import { dataOf, langOf, pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { still } from "../lib/still";
import { Grade } from "../ui/grade";
import { Money } from "../ui/money";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) => {
  const found = dataOf(loaderData);
  if (!found) return pageMeta(matches, (t) => ({ title: t("error.missing") }));
  const { village } = found;
  const w = storyWords[langOf(matches)];
  const name = village.county_name + village.name;
  const text = (langOf(matches) === "en" && village.story?.en) || village.story?.zh;
  return [
    ...pageMeta(matches, () => ({
      title: `${name} · ${w.village_lead}`,
      description: (text ?? `${name} · ${w.village_lead}`).slice(0, 150),
    })),
    ...pictureMeta(matches, village.flagship?.picture),
    breadcrumbs(matches, [
      [w.home, "/"],
      [w.stories, "/stories"],
      [name, `/villages/${village.handle}`],
    ]),
  ];
};

export async function loader({ request, params }: Route.LoaderArgs) {
  const { handle } = params;
  const [page, news] = await Promise.all([
    need(request, call("GET /store/stories/villages/:handle", { params: { handle } })),
    settle(call("GET /store/news/:kind/:handle", { params: { kind: "village", handle } })),
  ]);
  return { ...page, news: news.ok ? news.value.news : null };
}

export default function VillagePage({ loaderData: { village, news } }: Route.ComponentProps) {
  const w = useStoryWords();
  const { totals, flagship, households, cooperatives } = village;
  const rest = village.goods.filter((good) => good.product_id !== flagship?.product_id);
  return (
    <Page>
      <StoryHead
        lead={w.village_lead}
        name={village.name}
        place={
          <Link to={`/goods?county=${village.county_code}`} className="underline">
            {village.county_name} {village.township_name}
          </Link>
        }
        story={village.story}
      >
        <dl className="mt-5">
          <dt className="text-sm text-ink-2">
            {w.totals} <Grade grade={totals.grade} />
          </dt>
          <dd>
            {totals.households === null || totals.credited_fen === null ? (
              <span className="text-ink-2">{w.totals_hidden}</span>
            ) : (
              <>
                <Money
                  fen={totals.credited_fen}
                  className="font-serif text-2xl font-bold text-persimmon-ink"
                />{" "}
                · {w.totals_households(totals.households)}
              </>
            )}
          </dd>
        </dl>
      </StoryHead>
      {flagship ? (
        <Part title={w.flagship}>
          <Goods goods={[flagship]} />
        </Part>
      ) : null}
      {rest.length > 0 || !flagship ? (
        <Part title={w.goods}>
          <Goods goods={rest} none={w.village_goods_none} />
        </Part>
      ) : null}
      <Following kind="village" handle={village.handle} news={news} />
      {households.length > 0 ? (
        <Part title={w.of_village(village.name)} note={w.of_village_text}>
          <Names links={households.map((one) => ({ ...one, to: `/households/${one.handle}` }))} />
        </Part>
      ) : null}
      {cooperatives.length > 0 ? (
        <Part title={w.sold_by}>
          <Names
            links={cooperatives.map((one) => ({ ...one, to: `/cooperatives/${one.handle}` }))}
          />
        </Part>
      ) : null}
    </Page>
  );
}
