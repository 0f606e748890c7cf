import type { Route } from "./+types/honours";
import { honourWords } from "../i18n/honour-words";
import { useLang } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { dayText } from "../lib/day";
import { langOf, pageMeta } from "../lib/meta";
import { still } from "../lib/still";
import { Face } from "../ui/face";
import { Grade } from "../ui/grade";
import { Money } from "../ui/money";
import { Page } from "../ui/page";
import { Pager } from "../ui/pager";
import { Empty, Failed } from "../ui/states";

const SIZE = 50;

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) => {
  const w = honourWords[langOf(matches)];
  return pageMeta(matches, () => ({ title: w.title, description: w.text }));
};

export async function loader({ request }: Route.LoaderArgs) {
  const page = Math.max(1, Number(new URL(request.url).searchParams.get("page")) || 1);
  const query = { limit: SIZE, offset: (Math.trunc(page) - 1) * SIZE };
  return { page, answer: await settle(call("GET /store/honours", { query })) };
}

export default function Honours({ loaderData: { page, answer } }: Route.ComponentProps) {
  const lang = useLang();
  const w = honourWords[lang];
  if (!answer.ok) return <Failed refused={answer.refused} />;
  const { honours, count, grade } = answer.value;
  return (
    <Page title={w.title} lead={w.text} narrow>
      {honours.length === 0 ? (
        <Empty title={w.none} text={w.none_text} />
      ) : (
        <>
          <p className="mb-3 text-sm text-ink-2">
            {w.reached} <Grade grade={grade} />
          </p>
          <ol className="box divide-y divide-rule px-4">
            {honours.map((one, at) => (
              <li key={`${one.name}${at.toString()}`} className="flex items-center gap-3 py-3">
                <Face name={one.name} tint={at % 4} />
                <span className="min-w-0">
                  <b className="font-semibold">{one.name}</b>
                  <small className="block text-ink-2">
                    {w[one.kind]} · {w.orders(one.orders)} · {w.since(dayText(one.since, lang))}
                  </small>
                </span>
                {one.reached_fen === null ? null : (
                  <Money fen={one.reached_fen} className="ml-auto font-semibold" />
                )}
              </li>
            ))}
          </ol>
          <Pager
            page={page}
            pages={Math.ceil(count / SIZE)}
            href={(to) => `/honours?page=${to.toString()}`}
          />
        </>
      )}
    </Page>
  );
}
