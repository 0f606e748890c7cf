import type { Order, Reply } from "@yigou/backend/contract";
import { parties } from "@yigou/backend/contract/words";

import { useWords } from "../../i18n/use-words";
import { Face } from "../../ui/face";
import { Money, moneyText } from "../../ui/money";
import { Tag } from "../../ui/notice";
import { ShareBar, ShareLegend } from "../../ui/share-bar";

type Credit = Reply<"GET /store/orders/:id/credits">["credits"][number];
type Line = Order["lines"][number];

/** All parts of a line: what the households get, and each deduction, summed by party. */
function partsOf(credits: readonly Credit[]) {
  return parties.map((party) => {
    const deductions = credits.flatMap((credit) =>
      credit.deductions.filter((part) => part.party === party),
    );
    const fees = deductions.reduce((sum, part) => sum + part.amount_fen, 0);
    const net = credits.reduce((sum, credit) => sum + credit.net_fen, 0);
    return {
      party,
      label: deductions[0]?.label ?? "",
      amount_fen: party === "household" ? net : fees,
    };
  });
}

/** One line of the order and the households that it credited. */
export function LineCredits({ line, credits }: { line: Line; credits: readonly Credit[] }) {
  const t = useWords();
  const parts = partsOf(credits);
  return (
    <li className="border-t border-rule pt-3 first:border-0 first:pt-0">
      <p className="text-sm text-ink-2">
        {line.title} {t("checkout.quantity", { count: line.quantity })}
      </p>
      <ul aria-label={line.title}>
        {credits.map((credit, at) => (
          <HouseholdCredit
            key={`${credit.household_alias}-${at.toString()}`}
            credit={credit}
            tint={at % 3}
          />
        ))}
      </ul>
      <details className="group mb-1">
        <summary className="tap !justify-start text-sm text-ink-2 underline underline-offset-4">
          {t("order.details")}
        </summary>
        <div className="rounded-small bg-sunk p-4">
          <ShareBar parts={parts} />
          <ShareLegend
            parts={parts}
            {...(line.cooperative ? { cooperative: line.cooperative } : {})}
          />
        </div>
      </details>
    </li>
  );
}

function HouseholdCredit({ credit, tint }: { credit: Credit; tint: number }) {
  const t = useWords();
  return (
    <li className="flex items-center gap-3 border-b border-rule py-3 last:border-0">
      <Face name={credit.household_alias} tint={tint} />
      <div className="min-w-0">
        {credit.household_alias}
        <small className="block text-ink-2">{credit.division_name}</small>
      </div>
      <div className="ml-auto text-right">
        <Money fen={credit.net_fen - credit.reversed_fen} className="font-semibold" />
        <p className="mt-0.5 flex flex-wrap justify-end gap-1 text-[0.8125rem]">
          {credit.reversed_fen > 0 ? (
            <Tag tone="bad">{t("order.reversed", { amount: moneyText(credit.reversed_fen) })}</Tag>
          ) : null}
          {credit.reversed_fen < credit.net_fen ? (
            <Tag tone={credit.state === "expected" ? "warn" : "good"}>
              {t(`order.state_${credit.state}`)}
            </Tag>
          ) : null}
        </p>
      </div>
    </li>
  );
}
