/** The income account: totals, every credit, and the confirmation of money received. */
import type { Reply } from "@yigou/backend/contract";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { today } from "../../lib/days";
import { AsOf, PastBanner, usePast } from "../../ui/as-of";
import { DaySpan } from "../../ui/day-span";
import { Figures } from "../../ui/figures";
import { Empty, Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";

import { Confirmation } from "./confirmation";
import { CreditTable } from "./credit-table";

/** What the account answers. */
export type Account = Reply<"GET /official/households/:id/income">;
/** One credit. */
export type Credit = Account["credits"][number];

/** The account of one household over a span of days. */
export function IncomeAccount({ id }: { id: string }) {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [from, to] = [get("from"), get("to")];
  const past = usePast();
  const query = useRead("GET /official/households/:id/income", {
    params: { id },
    query: { from, to, ...past.query },
  });
  const toggle = (credit: string, on: boolean) => {
    setChosen((old) => {
      const next = new Set(old);
      if (on) next.add(credit);
      else next.delete(credit);
      return next;
    });
  };
  return (
    <section className="box box-flow" aria-label={t("account.title")}>
      <div className="box-head">
        <h2>{t("account.title")}</h2>
        <span>
          <AsOf />
          <DaySpan from={from} to={to} onChange={change} />
          <span className="only-print">
            {from ? t("list.spanOf", { from, to: to ?? today() }) : t("account.allTime")}
          </span>
        </span>
      </div>
      <PastBanner />
      <Loaded query={query}>
        {(account) => (
          <>
            <Totals total={account.total} />
            {past.at === undefined && (
              <Confirmation
                id={id}
                credits={account.credits}
                chosen={chosen}
                onChosen={setChosen}
              />
            )}
            {account.credits.length === 0 ? (
              <Empty title={t("account.none")} hint={t("account.noneHint")} />
            ) : (
              <CreditTable credits={account.credits} chosen={chosen} onToggle={toggle} />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Totals({ total }: { total: Account["total"] }) {
  const { t } = useTranslation();
  const figures = useMemo(
    () => [
      {
        key: "credited",
        name: t("account.credited"),
        value: <Money fen={total.settled_fen + total.paid_fen + total.confirmed_fen} />,
        note: (
          <>
            {t("account.gross")} <Money fen={total.gross_fen} />
          </>
        ),
        accent: true,
      },
      {
        key: "pending",
        name: t("account.pending"),
        value: <Money fen={total.expected_fen + total.earned_fen} />,
        note: t("account.pendingNote"),
      },
      {
        key: "settled",
        name: t("state.settled"),
        value: <Money fen={total.settled_fen} />,
        note: t("account.settledNote"),
      },
      {
        key: "paid",
        name: t("account.paid"),
        value: <Money fen={total.paid_fen + total.confirmed_fen} />,
        note: (
          <>
            {t("state.confirmed")} <Money fen={total.confirmed_fen} />
          </>
        ),
      },
      {
        key: "reversed",
        name: t("account.reversed"),
        value: <Money fen={total.reversed_fen} />,
        note: t("account.reversedNote"),
      },
    ],
    [total, t],
  );
  return <Figures label={t("account.totals")} figures={figures} />;
}
