import type { Reply } from "@yigou/backend/contract";
import { Link } from "react-router";

import type { Route } from "./+types/totals";
import { honourWords } from "../i18n/honour-words";
import { openDataWords } from "../i18n/open-data-words";
import { useLang, useWords } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { pageMeta } from "../lib/meta";
import { still } from "../lib/still";
import { buttonClass } from "../ui/button";
import { Grade } from "../ui/grade";
import { Money } from "../ui/money";
import { Page } from "../ui/page";
import { Empty, Failed } from "../ui/states";

type Totals = Reply<"GET /store/totals">;

/** Nothing on this page needs React in the browser. */
export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("totals.title"), description: t("totals.text") }));

export async function loader() {
  return { answer: await settle(call("GET /store/totals")) };
}

export default function TotalsPage({ loaderData: { answer } }: Route.ComponentProps) {
  const t = useWords();
  const lang = useLang();
  const rows = ["about_1", "about_2", "about_3"] as const;
  return (
    <Page title={t("totals.title")} lead={t("totals.text")} narrow>
      {answer.ok ? <Figures totals={answer.value} /> : <Failed refused={answer.refused} />}
      <section className="mt-10">
        <h2 className="text-xl">{t("totals.about")}</h2>
        <ol className="mt-3 grid gap-2.5">
          {rows.map((row, at) => (
            <li key={row} className="flex gap-3 text-ink-2">
              <span className="font-serif font-bold text-persimmon-ink">{at + 1}</span>
              {t(`totals.${row}`)}
            </li>
          ))}
        </ol>
        <p className="mt-5 flex flex-wrap gap-3">
          <Link to="/ledger" className={buttonClass("quiet")}>
            {t("ledger.link")}
          </Link>
          <Link to="/honours" className={buttonClass("quiet")}>
            {honourWords[lang].title}
          </Link>
          <Link to="/open-data" className={buttonClass("quiet")}>
            {openDataWords[lang].open}
          </Link>
        </p>
      </section>
    </Page>
  );
}

function Figures({ totals }: { totals: Totals }) {
  const t = useWords();
  const { households, credited_fen, counties, grade } = totals;
  if (households === null || credited_fen === null || households === 0) {
    return <Empty title={t("totals.empty")} text={t("totals.empty_text")} />;
  }
  return (
    <>
      <dl className="box grid sm:grid-cols-2">
        <div className="border-b border-rule p-5 sm:border-r sm:border-b-0">
          <dt className="text-sm text-ink-2">{t("totals.households")}</dt>
          <dd className="font-serif text-3xl font-bold tabular-nums">
            {households.toLocaleString("en")}{" "}
            <small className="font-sans text-sm font-normal text-ink-2">
              {t("totals.households_unit")}
            </small>
          </dd>
        </div>
        <div className="p-5">
          <dt className="text-sm text-ink-2">
            {t("totals.credited")} <Grade grade={grade} />
          </dt>
          <dd>
            <Money
              fen={credited_fen}
              className="font-serif text-3xl font-bold text-persimmon-ink"
            />
          </dd>
        </div>
      </dl>
      <Counties counties={counties} />
    </>
  );
}

function Counties({ counties }: { counties: Totals["counties"] }) {
  const t = useWords();
  const most = Math.max(1, ...counties.map((county) => county.credited_fen ?? 0));
  return (
    <table className="box mt-5 block overflow-hidden sm:table sm:w-full">
      <caption className="sr-only">{t("totals.by_county")}</caption>
      <thead className="hidden text-left text-sm text-ink-2 sm:table-header-group">
        <tr>
          <th className="px-4 py-2.5 font-normal">{t("totals.county")}</th>
          <th className="px-4 font-normal">{t("totals.households")}</th>
          <th className="px-4 text-right font-normal">{t("totals.credited")}</th>
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {counties.map(({ code, name, households, credited_fen }) => (
          <tr
            key={code}
            className="grid grid-cols-[1fr_auto] border-t border-rule px-4 py-3 first:border-0 sm:table-row sm:p-0 sm:first:border-t"
          >
            <th scope="row" className="text-left font-semibold sm:px-4 sm:py-3">
              <Link
                to={`/totals/${code.slice(0, 6)}`}
                className="underline decoration-rule decoration-2 underline-offset-4"
              >
                {name}
              </Link>
            </th>
            <td className="order-last col-span-2 text-sm text-ink-2 tabular-nums sm:px-4 sm:text-base">
              {households === null
                ? t("totals.hidden")
                : t("goods.households", { count: households })}
            </td>
            <td className="text-right sm:px-4">
              {credited_fen === null ? null : (
                <>
                  <Money fen={credited_fen} className="font-semibold" />
                  <span
                    aria-hidden
                    className="mt-1 ml-auto block h-1.5 w-28 overflow-hidden rounded-full bg-rule"
                  >
                    <span
                      className="ml-auto block h-full bg-persimmon"
                      style={{ width: `${(credited_fen / most) * 100}%` }}
                    />
                  </span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
