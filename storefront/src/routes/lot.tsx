import type { Lot } from "@yigou/backend/contract";
import { data, Link } from "react-router";

import type { Route } from "./+types/lot";
import {
  CodeForm,
  Deliveries,
  Dispute,
  LotCertificates,
  Reports,
  Steps,
} from "../features/story/lot-parts";
import { Names, Part, StoryHead, useStoryWords } from "../features/story/parts";
import { storyWords } from "../i18n/story-words";
import { useLang } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { pictureMeta } from "../lib/head";
import { dataOf, langOf, pageMeta } from "../lib/meta";
import { still } from "../lib/still";
import { Notice, Tag } from "../ui/notice";
import { Page } from "../ui/page";
import { Picture } from "../ui/picture";
import { Failed } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) => {
  const w = storyWords[langOf(matches)];
  const found = dataOf(loaderData);
  const lot = found?.answer.ok ? found.answer.value.lot : null;
  return [
    ...pageMeta(matches, () => ({
      title: lot ? `${lot.goods[0]?.title ?? w.lot} · ${w.trace}` : w.trace,
      description: w.trace_lead,
    })),
    ...pictureMeta(matches, lot?.goods[0]?.picture),
    // Codes are for those who hold the box.
    { name: "robots", content: "noindex" },
  ];
};

export async function loader({ params }: Route.LoaderArgs) {
  const answer = await settle(call("GET /store/lots/:code", { params: { code: params.code } }));
  if (answer.ok) return data({ answer });
  // An address that cannot be a code is answered like a code that is none.
  return data({ answer }, { status: answer.refused.status === 400 ? 404 : answer.refused.status });
}

export default function LotPage({ loaderData: { answer } }: Route.ComponentProps) {
  const w = useStoryWords();
  if (answer.ok) return <Found lot={answer.value.lot} />;
  const { code, status } = answer.refused;
  const unknown = code === "lot_code_unknown";
  return (
    <Page narrow>
      {unknown || status < 500 ? (
        <>
          <h1 className="text-[1.6rem] sm:text-3xl">{unknown ? w.unknown : w.wrong}</h1>
          <Notice tone="bad" className="mt-4" title={unknown ? w.unknown_text : w.wrong_text}>
            <p className="mt-1">{w.forged_help}</p>
          </Notice>
          <CodeForm title={w.code_other} />
        </>
      ) : (
        <Failed refused={answer.refused} />
      )}
    </Page>
  );
}

function Found({ lot }: { lot: Lot }) {
  const w = useStoryWords();
  const english = useLang() === "en";
  const titleOf = (good: Lot["goods"][number]) => (english && good.title_en) || good.title;
  const { cooperative, households } = lot;
  return (
    <Page narrow>
      <div className="mb-5 empty:hidden">
        <Dispute dispute={lot.dispute} />
      </div>
      <StoryHead
        lead={w.trace_lead}
        name={lot.goods.map(titleOf).join(english ? ", " : "、")}
        place={
          <>
            {lot.county_name} ·{" "}
            {cooperative.handle ? (
              <Link to={`/cooperatives/${cooperative.handle}`} className="underline">
                {cooperative.name}
              </Link>
            ) : (
              cooperative.name
            )}
          </>
        }
      >
        <p className="mt-2 text-sm text-ink-2">
          {w.lot} {lot.name} · {w.jin(lot.weight_g)} · {w.code}{" "}
          <span className="font-mono tracking-wide">{lot.code.replace(/(.{4})(?=.)/g, "$1-")}</span>
        </p>
        <Steps lot={lot} />
      </StoryHead>
      <Deliveries lot={lot} />
      <Part title={w.who}>
        {households.length === 0 ? (
          <p className="text-ink-2">{w.who_none}</p>
        ) : (
          <Names
            links={households.map(({ name, handle, township_name }) => ({
              name,
              to: `/households/${handle}`,
              note: township_name,
            }))}
          />
        )}
        {lot.others > 0 && households.length > 0 ? (
          <p className="mt-2 text-sm text-ink-2">{w.who_others(lot.others)}</p>
        ) : null}
      </Part>
      <LotCertificates lot={lot} />
      <Reports lot={lot} />
      <Part title={w.boxed}>
        <ul className="grid gap-2.5">
          {lot.goods.map((good) => (
            <li key={good.handle} className="box flex items-center gap-3 overflow-hidden pr-4">
              <Picture
                src={good.picture}
                category={good.category}
                alt=""
                className="size-20 flex-none"
              />
              {good.for_sale ? (
                <Link to={`/goods/${good.handle}`} className="font-semibold underline">
                  {titleOf(good)}
                </Link>
              ) : (
                <span>
                  {titleOf(good)} <Tag>{w.sold_out}</Tag>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Part>
      <CodeForm title={w.code_other} />
    </Page>
  );
}
