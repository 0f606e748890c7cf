import type { Route } from "./+types/account-units";
import { useWords } from "../i18n/use-words";
import { call } from "../lib/api.server";
import { pageMeta } from "../lib/meta";
import { settleLoggedIn } from "../lib/page.server";
import { callerOf } from "../lib/session.server";
import { still } from "../lib/still";
import { Face } from "../ui/face";
import { Tag } from "../ui/notice";
import { Empty, Failed } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("account.units") }));

export async function loader({ request }: Route.LoaderArgs) {
  const by = await callerOf(request);
  return { answer: await settleLoggedIn(request, call("GET /store/my/work-units", { by })) };
}

export default function Units({ loaderData: { answer } }: Route.ComponentProps) {
  const t = useWords();
  if (!answer.ok) return <Failed refused={answer.refused} />;
  const units = answer.value.work_units;
  if (units.length === 0) {
    return <Empty title={t("account.units_empty")} text={t("account.units_empty_text")} />;
  }
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {units.map((unit) => (
        <li key={unit.id} className="box flex items-center gap-4 p-4">
          <Face name={unit.name} tint={3} />
          <div>
            <h2 className="font-sans text-base font-semibold">{unit.name}</h2>
            <p className="text-sm text-ink-2">{t("account.unit_orders", { count: unit.orders })}</p>
          </div>
          <span className="ml-auto text-sm">
            <Tag tone="good">{t(`account.role_${unit.role}`)}</Tag>
          </span>
        </li>
      ))}
    </ul>
  );
}
