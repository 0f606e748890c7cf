import type { Route } from "./+types/enterprise";
import { Goods, Part, StoryHead, useStoryWords } from "../features/story/parts";
import { storyWords } from "../i18n/story-words";
import { call } from "../lib/api.server";
import { breadcrumbs, originOf } from "../lib/head";
import { dataOf, langOf, pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { still } from "../lib/still";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) => {
  const found = dataOf(loaderData);
  if (!found) return pageMeta(matches, (t) => ({ title: t("error.missing") }));
  const { name, handle, help } = found.enterprise;
  const w = storyWords[langOf(matches)];
  const path = `/enterprises/${handle}`;
  return [
    ...pageMeta(matches, () => ({ title: name, description: help.slice(0, 150) })),
    breadcrumbs(matches, [
      [w.home, "/"],
      [w.stories, "/stories"],
      [name, path],
    ]),
    {
      "script:ld+json": {
        "@context": "https://schema.org",
        "@type": "Organization",
        name,
        url: originOf(matches) + path,
        description: help,
      },
    },
  ];
};

export async function loader({ request, params }: Route.LoaderArgs) {
  return need(
    request,
    call("GET /store/stories/enterprises/:handle", { params: { handle: params.handle } }),
  );
}

export default function EnterprisePage({ loaderData: { enterprise } }: Route.ComponentProps) {
  const w = useStoryWords();
  const { households } = enterprise;
  return (
    <Page>
      <StoryHead
        lead={w.kind[enterprise.kind]}
        name={enterprise.name}
        place={enterprise.county_name}
      >
        <p className="mt-3 text-ink-2">
          {households === null ? w.paired_hidden : w.paired(households)}
        </p>
      </StoryHead>
      <Part title={w.helps}>
        <p className="max-w-prose leading-relaxed">{enterprise.help}</p>
      </Part>
      <Part title={w.helps_goods}>
        <Goods goods={enterprise.goods} />
      </Part>
    </Page>
  );
}
