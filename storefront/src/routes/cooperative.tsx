import type { Route } from "./+types/cooperative";
import { Goods, Names, Part, StoryHead, useStoryWords } from "../features/story/parts";
import { storyWords } from "../i18n/story-words";
import { useLang } from "../i18n/use-words";
import { call } from "../lib/api.server";
import { dayText } from "../lib/day";
import { breadcrumbs, originOf, pictureMeta } from "../lib/head";
import { dataOf, langOf, pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { still } from "../lib/still";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) => {
  const found = dataOf(loaderData);
  if (!found) return pageMeta(matches, (t) => ({ title: t("error.missing") }));
  const { cooperative } = found;
  const w = storyWords[langOf(matches)];
  const { name, handle, story } = cooperative;
  const text = (langOf(matches) === "en" && story?.en) || story?.zh;
  const path = `/cooperatives/${handle}`;
  return [
    ...pageMeta(matches, () => ({
      title: `${name} · ${cooperative.county_name}`,
      description: (text ?? name).slice(0, 150),
    })),
    ...pictureMeta(matches, cooperative.goods[0]?.picture),
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
        address: {
          "@type": "PostalAddress",
          addressCountry: "CN",
          addressRegion: cooperative.county_name,
        },
      },
    },
  ];
};

export async function loader({ request, params }: Route.LoaderArgs) {
  return need(
    request,
    call("GET /store/stories/cooperatives/:handle", { params: { handle: params.handle } }),
  );
}

export default function CooperativePage({ loaderData: { cooperative } }: Route.ComponentProps) {
  const w = useStoryWords();
  const lang = useLang();
  const { goods, villages, certificates, households, approved_on } = cooperative;
  return (
    <Page>
      <StoryHead
        lead={w.cooperative_lead}
        name={cooperative.name}
        place={cooperative.county_name}
        story={cooperative.story}
      >
        <p className="mt-3 text-ink-2">
          {[
            approved_on ? w.approved(dayText(approved_on, lang)) : null,
            households === null ? w.behind_hidden : w.behind(households),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </StoryHead>
      <Part title={w.goods}>
        <Goods goods={goods} />
      </Part>
      {villages.length > 0 ? (
        <Part title={w.works_with}>
          <Names links={villages.map((one) => ({ ...one, to: `/villages/${one.handle}` }))} />
        </Part>
      ) : null}
      {certificates.length > 0 ? (
        <Part title={w.certificates}>
          <ul className="grid gap-2.5 sm:grid-cols-2">
            {certificates.map(({ kind, number, title, issued_on, valid_to }) => (
              <li key={kind + number + title} className="box px-4 py-3">
                <p>
                  <b className="font-semibold">{kind}</b> · {title}
                </p>
                <p className="text-sm break-all text-ink-2">{number}</p>
                <p className="text-sm text-ink-2">
                  {valid_to
                    ? w.certificate_until(dayText(issued_on, lang), dayText(valid_to, lang))
                    : w.certificate_from(dayText(issued_on, lang))}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </Page>
  );
}
