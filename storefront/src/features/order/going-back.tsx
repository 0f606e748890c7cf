import type { Order, Reply } from "@yigou/backend/contract";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import type { Answer } from "../../lib/refused";
import { Money } from "../../ui/money";
import { Tag } from "../../ui/notice";

type Credits = Reply<"GET /store/orders/:id/credits">;
type Line = Order["lines"][number];

const causes = [
  "buyer",
  "quality",
  "freight",
  "platform",
  "fraud",
  "chargeback",
  "edit",
  "cancelled",
] as const;

/** How far the goods of a line have gone back. */
export function LineReturns({ line }: { line: Line }) {
  const t = useWords();
  return (
    <>
      {line.return_requested > 0 ? (
        <Tag tone="warn">{t("going_back.requested", { count: line.return_requested })}</Tag>
      ) : null}
      {line.returned > 0 ? <Tag>{t("going_back.returned", { count: line.returned })}</Tag> : null}
    </>
  );
}

/** What goes back of an order: its goods, and whose credit fell for them and who bore it. */
export function GoingBack({ order, credits }: { order: Order; credits: Answer<Credits> }) {
  const t = useWords();
  const isAsked = order.lines.some((line) => line.return_requested > 0);
  const list = credits.ok ? credits.value.credits : [];
  const isAny = list.some((credit) => credit.reversals.length > 0);
  if (!isAsked && !isAny) return null;
  return (
    <section className="box p-4 sm:p-5" aria-labelledby="going-back">
      <h2 id="going-back" className="text-lg">
        {t("going_back.title")}
      </h2>
      {isAsked ? <p className="mt-1 text-sm text-ink-2">{t("going_back.requested_text")}</p> : null}
      {isAny ? <Reversals list={list} /> : null}
    </section>
  );
}

function Reversals({ list }: { list: Credits["credits"] }) {
  const t = useWords();
  const lang = useLang();
  const rows = list.flatMap((credit) =>
    credit.reversals.map((reversal) => ({ ...reversal, household: credit.household_alias })),
  );
  rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return (
    <>
      <h3 className="mt-3 font-sans text-sm font-medium text-ink-2">{t("going_back.reversals")}</h3>
      <ul>
        {rows.map(({ at, household, amount_fen, cause, borne_by }, index) => {
          const known = causes.find((one) => one === cause) ?? "buyer";
          return (
            <li
              key={`${index.toString()}-${at}`}
              className="flex items-baseline gap-3 border-b border-rule py-2 last:border-0"
            >
              <div className="min-w-0">
                {t("going_back.row", { date: dayText(at, lang), household })}
                <small className="block text-ink-2">
                  {t(`going_back.cause_${known}`)} ·{" "}
                  {t(`going_back.${amount_fen < 0 ? "back" : "borne"}_${borne_by}`)}
                </small>
              </div>
              <Money fen={-amount_fen} className="ml-auto font-semibold" />
            </li>
          );
        })}
      </ul>
    </>
  );
}
