import type { Order, Reply } from "@yigou/backend/contract";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import type { Answer } from "../../lib/refused";
import { Money } from "../../ui/money";
import { CreditSteps, leastOf, Perforation, Stamp, Ticket } from "../../ui/ticket";
import { Failed } from "../../ui/states";
import { LineCredits } from "./credits";

type Credits = Reply<"GET /store/orders/:id/credits">;

/** The order as a receipt: what was paid, which households earned it, how far the money is. */
export function OrderTicket({ order, credits }: { order: Order; credits: Answer<Credits> }) {
  const t = useWords();
  const lang = useLang();
  const paid = order.paid_fen > 0;
  return (
    <Ticket>
      <Stamp muted={order.payment_state !== "paid" && order.payment_state !== "partly_refunded"}>
        {t(`order.stamp_${order.payment_state}`)}
      </Stamp>
      <p className="text-ink-2">{paid ? t("order.you_paid") : t("order.to_pay")}</p>
      <Money
        fen={paid ? order.paid_fen : order.total_fen}
        className="text-[2.2rem] leading-tight font-bold"
      />
      <p className="text-sm text-ink-3">
        {t("order.placed_at", { date: dayText(order.created_at, lang) })}
        {order.work_unit ? ` · ${t("order.work_unit")} ${order.work_unit.name}` : ""}
      </p>
      {order.refunded_fen > 0 ? (
        <p className="text-persimmon-ink">
          {t("order.refunded")} <Money fen={order.refunded_fen} className="font-semibold" />
        </p>
      ) : null}
      <Perforation />
      <Earned order={order} credits={credits} />
    </Ticket>
  );
}

function Earned({ order, credits }: { order: Order; credits: Answer<Credits> }) {
  const t = useWords();
  if (!credits.ok) {
    return (
      <>
        <h2 className="mb-2 text-lg">{t("order.earned_failed")}</h2>
        <Failed refused={credits.refused} />
      </>
    );
  }
  const list = credits.value.credits;
  if (list.length === 0) {
    const posting = order.payment_state === "paid";
    return (
      <>
        <p className="text-ink-2">{t(posting ? "order.earned_posting" : "order.earned_wait")}</p>
        <CreditSteps reached={null} />
      </>
    );
  }
  const households = new Set(list.map((credit) => credit.household_alias)).size;
  const standing = list.filter((credit) => credit.net_fen > credit.reversed_fen);
  return (
    <>
      <h2 className="mb-3 text-[1.2rem]">
        {t("order.earned", { count: households })}{" "}
        <Money fen={credits.value.total_net_fen} className="text-persimmon-ink" />
      </h2>
      <ul className="grid gap-3">
        {order.lines.map((line) => {
          const own = list.filter((credit) => credit.order_line_id === line.id);
          return own.length > 0 ? <LineCredits key={line.id} line={line} credits={own} /> : null;
        })}
      </ul>
      <CreditSteps
        reached={leastOf((standing.length > 0 ? standing : list).map(({ state }) => state))}
      />
    </>
  );
}
