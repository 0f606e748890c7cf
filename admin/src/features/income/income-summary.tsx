/** The income summary: one question at a time, and from every row the way to the next. */
import { Segmented } from "antd";
import { summaryGroups } from "@yigou/backend/contract/words";
import { useNavigate, useSearchParams } from "react-router";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { isDay, today, yearStart } from "../../lib/days";
import { childrenOf } from "../../lib/divisions";
import { AsOf, PastBanner, usePast } from "../../ui/as-of";
import { DaySpan } from "../../ui/day-span";
import { Grade } from "../../ui/grade";
import { Empty, Loaded } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";

import { ActiveFilters } from "./active-filters";
import { addressOf, categoryOf, groupOf } from "./drill";
import { SummaryActions } from "./summary-actions";
import { SummaryChart } from "./summary-chart";
import { SummaryTable } from "./summary-table";
import { useWay } from "./way";

/** The summary. */
export function IncomeSummary() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { get, change } = useAddressState();
  const [params] = useSearchParams();
  const tree = useRead("GET /official/divisions", {}).data?.divisions ?? [];
  const only = childrenOf(tree, null);
  // A village cadre's own tree has one leaf: its households say more than one row of the village.
  const isLeaf = only.length === 1 && tree.length === 1;
  const group = groupOf(get("group_by") ?? (isLeaf ? "household" : undefined));
  const [askedFrom, askedTo] = [get("from") ?? null, get("to") ?? null];
  const to = isDay(askedTo) ? askedTo : today();
  const from = isDay(askedFrom) ? askedFrom : yearStart(to);
  const past = usePast();
  const query = useRead("GET /official/income/summary", {
    query: {
      ...past.query,
      group_by: group,
      from,
      to,
      division_code: get("division_code"),
      product_id: get("product_id"),
      cooperative_id: get("cooperative_id"),
      category: categoryOf(get("category")),
    },
  });
  const crumbs = useWay(tree);
  const toRow = (key: string) => addressOf(key, { params, group, span: { from, to }, tree });
  return (
    <>
      <PageHead
        title={t("income.title")}
        crumbs={crumbs}
        note={
          <span className="only-print">
            {t("list.spanOf", { from, to })} · {t(`group.${group}`)}
          </span>
        }
        actions={query.data && <SummaryActions {...query.data} {...{ group, from, to }} />}
      />
      <div className="filters">
        <Segmented
          aria-label={t("income.groupBy")}
          value={group}
          options={summaryGroups.map((one) => ({ value: one, label: t(`group.${one}`) }))}
          onChange={(next) => {
            change({ group_by: next });
          }}
        />
        <DaySpan from={from} to={to} onChange={change} />
        <AsOf />
      </div>
      <PastBanner />
      <ActiveFilters />
      <Loaded
        query={query}
        lines={9}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<Empty title={t("income.none")} hint={t("income.noneHint")} />}
      >
        {({ rows, total, grade }) => (
          <>
            <p className="sub grade-line">
              <Grade grade={grade} /> {t(`grade.${grade}_text`)}
            </p>
            <SummaryChart
              rows={rows}
              group={group}
              onPick={(key) => {
                void navigate(toRow(key));
              }}
            />
            <SummaryTable rows={rows} total={total} group={group} toRow={toRow} />
          </>
        )}
      </Loaded>
    </>
  );
}
