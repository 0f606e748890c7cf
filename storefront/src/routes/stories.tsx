import type { Route } from "./+types/stories";
import { Names, Part, useStoryWords } from "../features/story/parts";
import { storyWords } from "../i18n/story-words";
import { call, settle } from "../lib/api.server";
import { langOf, pageMeta } from "../lib/meta";
import { still } from "../lib/still";
import { Page } from "../ui/page";
import { Failed } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) => {
  const w = storyWords[langOf(matches)];
  return pageMeta(matches, () => ({ title: w.stories, description: w.stories_text }));
};

export async function loader() {
  return { answer: await settle(call("GET /store/stories")) };
}

/** County, and the township where it is told. */
function placeOf(row: { county_name: string; township_name?: string }): string {
  return row.county_name + (row.township_name ?? "");
}

export default function StoriesPage({ loaderData: { answer } }: Route.ComponentProps) {
  const w = useStoryWords();
  if (!answer.ok) {
    return (
      <Page title={w.stories}>
        <Failed refused={answer.refused} />
      </Page>
    );
  }
  const { villages, households, cooperatives, enterprises } = answer.value;
  const groups = [
    { title: w.villages, path: "villages", rows: villages },
    { title: w.cooperatives, path: "cooperatives", rows: cooperatives },
    { title: w.households, path: "households", rows: households },
    { title: w.enterprises, path: "enterprises", rows: enterprises },
  ];
  return (
    <Page title={w.stories} lead={w.stories_text}>
      {groups.map(({ title, path, rows }) => (
        <Part key={path} title={title}>
          {rows.length === 0 ? (
            <p className="text-ink-2">{w.none}</p>
          ) : (
            <Names
              links={rows.map((row) => ({
                name: row.name,
                to: `/${path}/${row.handle}`,
                note: placeOf(row),
              }))}
            />
          )}
        </Part>
      ))}
    </Page>
  );
}
