import { Link } from "react-router";

import type { Route } from "./+types/household";
import { Following } from "../features/story/news";
import { Goods, Part, StoryHead, useStoryWords } from "../features/story/parts";
import { storyWords } from "../i18n/story-words";
import { useLang } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { dayText } from "../lib/day";
import { breadcrumbs, pictureMeta } from "../lib/head";
import { dataOf, langOf, pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { still } from "../lib/still";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) => {
  const found = dataOf(loaderData);
  if (!found) return pageMeta(matches, (t) => ({ title: t("error.missing") }));
  const { household } = found;
  const w = storyWords[langOf(matches)];
  const text = (langOf(matches) === "en" && household.story?.en) || household.story?.zh;
  const place = household.county_name + household.township_name;
  return [
    ...pageMeta(matches, () => ({
      title: `${household.alias} · ${place}`,
      description: (text ?? `${household.alias} · ${place}`).slice(0, 150),
    })),
    ...pictureMeta(matches, household.goods[0]?.picture),
    // Nothing of a household is kept by others: a copy could not be taken back.
    { name: "robots", content: "noarchive" },
    breadcrumbs(matches, [
      [w.home, "/"],
      [w.stories, "/stories"],
      [household.alias, `/households/${household.handle}`],
    ]),
  ];
};

export async function loader({ request, params }: Route.LoaderArgs) {
  const { handle } = params;
  const [page, news] = await Promise.all([
    need(request, call("GET /store/stories/households/:handle", { params: { handle } })),
    settle(call("GET /store/news/:kind/:handle", { params: { kind: "household", handle } })),
  ]);
  return { ...page, news: news.ok ? news.value.news : null };
}

/** Withdrawn, it is gone from everywhere: no copy in the browser either. */
export function headers() {
  return { "cache-control": "private, no-store" };
}

export default function HouseholdPage({ loaderData: { household, news } }: Route.ComponentProps) {
  const w = useStoryWords();
  const lang = useLang();
  const { village, lots } = household;
  return (
    <Page>
      <StoryHead
        lead={w.household_lead}
        name={household.alias}
        place={
          <>
            {household.county_name} {household.township_name}{" "}
            {village ? (
              <Link to={`/villages/${village.handle}`} className="underline">
                {village.name}
              </Link>
            ) : null}
          </>
        }
        story={household.story}
      />
      <Part title={w.goods}>
        <Goods goods={household.goods} />
      </Part>
      {lots.length > 0 ? (
        <Part title={w.lots}>
          <ul className="box divide-y divide-rule px-4">
            {lots.map(({ code, title, harvested_on }) => (
              <li key={code}>
                <Link
                  to={`/lots/${code}`}
                  prefetch="intent"
                  className="tap !justify-start gap-3 hover:underline"
                >
                  <span>{title}</span>
                  <small className="text-ink-2">{w.harvested(dayText(harvested_on, lang))}</small>
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Following kind="household" handle={household.handle} news={news} />
      <p className="mt-9 text-sm text-ink-2">{w.withdraw}</p>
    </Page>
  );
}
