import type { OpenTable } from "@yigou/backend/contract";

import type { Route } from "./+types/open-data";
import { openDataWords } from "../i18n/open-data-words";
import { useLang } from "../i18n/use-words";
import { call } from "../lib/api.server";
import { instantText } from "../lib/day";
import { langOf, pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { still } from "../lib/still";
import { buttonClass } from "../ui/button";
import { moneyText } from "../ui/money";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) => {
  const w = openDataWords[langOf(matches)];
  return pageMeta(matches, () => ({ title: w.open, description: w.open_text }));
};

export async function loader({ request }: Route.LoaderArgs) {
  const read = (table: OpenTable["table"]) =>
    need(request, call("GET /store/open-data/:table", { params: { table } }));
  const [totals, goods] = await Promise.all([read("totals"), read("goods")]);
  const part = goods.rows.reduce((sum, row) => sum + Number(row.platform_fen ?? 0), 0);
  const shown = [totals, goods].map(({ rows, ...table }) => ({ ...table, count: rows.length }));
  return { tables: shown, platform_fen: part };
}

export default function OpenData({ loaderData }: Route.ComponentProps) {
  const lang = useLang();
  const w = openDataWords[lang];
  const { tables, platform_fen } = loaderData;
  return (
    <Page title={w.open} lead={w.open_text} narrow>
      <section>
        <h2 className="text-xl">{w.takes}</h2>
        <p className="mt-1">
          {platform_fen === 0 ? w.takes_none : w.takes_some(moneyText(platform_fen))}
        </p>
      </section>
      {tables.map(({ table, title, licence, as_of, columns, count }) => (
        <section key={table} className="mt-9">
          <h2 className="text-xl">{title[lang]}</h2>
          <p className="mt-1 text-sm text-ink-2">
            {w.rows(count)} · {w.licence}{" "}
            <a href={licence.url} rel="license" className="underline">
              {licence.name}
            </a>{" "}
            · {w.as_of} {instantText(as_of, lang)}
          </p>
          <p className="mt-3 flex flex-wrap gap-3">
            {["csv", "json"].map((kind) => (
              <a
                key={kind}
                href={`/open-data/${table}.${kind}`}
                download
                className={buttonClass("quiet")}
              >
                {w.download(kind.toUpperCase())}
              </a>
            ))}
          </p>
          <h3 className="mt-5 font-sans text-base font-semibold">{w.dictionary}</h3>
          <dl className="box mt-2 divide-y divide-rule px-4">
            {columns.map((column) => (
              <div key={column.name} className="py-2.5 sm:grid sm:grid-cols-[13rem_1fr] sm:gap-4">
                <dt>
                  <code className="text-sm">{column.name}</code>
                  <small className="block text-ink-2">{column.type}</small>
                </dt>
                <dd>{column[lang]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Page>
  );
}
