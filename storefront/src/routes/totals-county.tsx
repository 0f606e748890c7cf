import { Link } from "react-router";

import type { Route } from "./+types/totals-county";
import { openDataWords } from "../i18n/open-data-words";
import { useLang } from "../i18n/use-words";
import { call } from "../lib/api.server";
import { dataOf, langOf, pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { still } from "../lib/still";
import { Grade } from "../ui/grade";
import { Money } from "../ui/money";
import { Page } from "../ui/page";
import { Empty } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) => {
  const w = openDataWords[langOf(matches)];
  const county = dataOf(loaderData)?.county.name ?? "";
  return pageMeta(matches, () => ({ title: w.villages(county), description: w.villages_text }));
};

export async function loader({ request, params: { county } }: Route.LoaderArgs) {
  return need(request, call("GET /store/totals/:county", { params: { county } }));
}

export default function CountyTotals({ loaderData }: Route.ComponentProps) {
  const w = openDataWords[useLang()];
  const { county, villages, grade } = loaderData;
  if (villages.length === 0) {
    return (
      <Page title={w.villages(county.name)} narrow>
        <Empty title={w.none} text={w.none_text} />
      </Page>
    );
  }
  return (
    <Page title={w.villages(county.name)} lead={w.villages_text} narrow>
      <p className="mb-3">
        <Grade grade={grade} />
      </p>
      <table className="box w-full overflow-hidden">
        <thead className="text-left text-sm text-ink-2">
          <tr>
            <th className="px-4 py-2.5 font-normal">{w.village}</th>
            <th className="px-4 font-normal">{w.households}</th>
            <th className="px-4 text-right font-normal">{w.credited}</th>
          </tr>
        </thead>
        <tbody>
          {villages.map((village) => (
            <tr key={village.code} className="border-t border-rule">
              <th scope="row" className="px-4 py-3 text-left font-semibold">
                {village.handle ? (
                  <Link to={`/villages/${village.handle}`} className="underline">
                    {village.name}
                  </Link>
                ) : (
                  village.name
                )}
              </th>
              <td className="px-4 tabular-nums">
                {village.households === null ? (
                  <span className="text-ink-2">{w.hidden}</span>
                ) : (
                  w.count(village.households)
                )}
              </td>
              <td className="px-4 text-right">
                {village.credited_fen === null ? null : <Money fen={village.credited_fen} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
