/** A statement on the screen: head, figures, tables, entries; printed, it is a page of the passbook. */
import type { Reply, Statement } from "@yigou/backend/contract";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { Empty, Loaded } from "../../ui/loaded";
import { MonthSelect } from "../../ui/month-select";
import { PageHead } from "../../ui/page-head";
import type { Crumb } from "../../ui/page-head";
import { Tag } from "../../ui/tag";

import { Actions } from "./actions";
import { Body } from "./statement-body";
import type { Span } from "./span";

interface StatementPageProps {
  query: UseQueryResult<Reply<"GET /cooperative/statement">>;
  span: Span;
  save: (form: "pdf" | "xlsx") => Promise<string>;
  crumbs?: (statement: Statement) => readonly Crumb[];
}

/** Shows a statement. */
export function StatementPage({ query, span, save, crumbs }: StatementPageProps) {
  return (
    <Loaded query={query} lines={10}>
      {({ statement, entries, count }) => (
        <>
          <Head statement={statement} crumbs={crumbs?.(statement) ?? []} save={save} />
          <SpanFields {...span} />
          {count === 0 && statement.total.closing_fen === 0 ? (
            <Nothing />
          ) : (
            <Body {...{ statement, entries, count }} size={span.size} />
          )}
        </>
      )}
    </Loaded>
  );
}

interface HeadProps extends Pick<StatementPageProps, "save"> {
  statement: Statement;
  crumbs: readonly Crumb[];
}

function Head({ statement, crumbs, save }: HeadProps) {
  const { t } = useTranslation();
  const { closed_months, subject, place, from, to, name, code } = statement;
  const titles = {
    household: t("statement.householdOf", { name }),
    order: t("statement.orderOf", { name }),
    cooperative: `${name} ${t("statement.cooperative")}`,
    party: name,
  };
  const isClosed = closed_months.length > 0;
  return (
    <PageHead
      title={titles[subject]}
      crumbs={crumbs}
      note={
        <>
          {[place, code].filter(Boolean).join(" · ")}{" "}
          <span className="only-print">{t("list.spanOf", { from, to })}</span>
          {isClosed && <Tag tone="done">{t("statement.closed")}</Tag>}{" "}
          {isClosed && t("statement.closedNote", { months: closed_months.join(t("list.comma")) })}
          {!isClosed && subject === "household" && t("statement.openNote")}
        </>
      }
      actions={<Actions save={save} />}
    />
  );
}

/** From one month to another. */
function SpanFields({ from, to }: Span) {
  const { t } = useTranslation();
  const { change } = useAddressState();
  return (
    <div className="filters" role="group" aria-label={t("list.span")}>
      <MonthSelect
        label={t("statement.from")}
        value={from}
        onChange={(month) => {
          change({ from: month, to: month > to ? month : to });
        }}
      />
      <span aria-hidden="true">→</span>
      <MonthSelect
        label={t("statement.to")}
        value={to}
        onChange={(month) => {
          change({ from: month < from ? month : from, to: month });
        }}
      />
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return <Empty title={t("statement.none")} hint={t("statement.noneHint")} />;
}
