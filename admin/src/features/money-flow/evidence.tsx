/** One transaction with everything that proves it: order, lot, household, voucher, sealed block. */
import type { Reply } from "@yigou/backend/contract";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import { Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { Tag } from "../../ui/tag";

import { Legs } from "./legs";

type Found = Reply<"GET /official/transactions/:seq">;

/** The page of a transaction. */
export function Evidence({ seq }: { seq: number }) {
  const { t } = useTranslation();
  const query = useRead("GET /official/transactions/:seq", { params: { seq } });
  return (
    <>
      <PageHead
        title={t("evidence.title", { seq })}
        crumbs={[{ label: t("flow.title"), to: "/official/flow" }, { label: String(seq) }]}
      />
      <Loaded query={query}>
        {(found) => (
          <div className="stack">
            <Facts found={found} />
            <Legs legs={found.legs} more={found.more_legs} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function instantOf(instant: string): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", timeStyle: "medium" });
  return `${dayOf(instant)} ${time.format(new Date(instant))}`;
}

function Facts({ found }: { found: Found }) {
  const { t } = useTranslation();
  const { transaction: one, voucher, block } = found;
  const toSeq = (seq: number) => (
    <Link key={seq} to={`/official/transactions/${seq}`}>
      {seq}{" "}
    </Link>
  );
  const facts: [string, ReactNode][] = [
    [t("evidence.kind"), hasWord("ledgerKind", one.kind) ? t(`ledgerKind.${one.kind}`) : one.kind],
    [
      t("evidence.cause"),
      one.cause !== null && hasWord("cause", one.cause) ? t(`cause.${one.cause}`) : null,
    ],
    [t("statement.amount"), <Money key="amount" fen={one.amount_fen} />],
    [t("evidence.at"), instantOf(one.occurred_at)],
    [t("evidence.postedAt"), instantOf(one.posted_at)],
    [t("evidence.period"), one.period],
    [t("evidence.corrects"), one.corrects],
    [t("evidence.reverses"), one.reverses_seq === null ? null : toSeq(one.reverses_seq)],
    [t("evidence.reversedBy"), one.reversed_by.length > 0 ? one.reversed_by.map(toSeq) : null],
    [
      t("evidence.order"),
      one.order_id === null ? null : (
        <Link to={`/official/statements/order/${one.order_id}`}>
          #{one.order_display_id ?? one.order_id} {t("evidence.seeOrder")}
        </Link>
      ),
    ],
    [
      t("evidence.voucher"),
      voucher
        ? [voucher.bank, voucher.reference, voucher.paid_on].filter(Boolean).join(" · ")
        : null,
    ],
    [
      t("evidence.block"),
      block === null ? (
        <Tag tone="wait">{t("evidence.notSealed")}</Tag>
      ) : (
        <Tag tone="done">{t("evidence.inBlock", { n: block })}</Tag>
      ),
    ],
  ];
  return (
    <section className="box" aria-label={t("evidence.transaction")}>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
