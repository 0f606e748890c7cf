/** Where each yuan of a month went: the picture, the same as lists, and the chart of accounts. */
import type { Reply } from "@yigou/backend/contract";
import { Segmented } from "antd";
import { useNavigate } from "react-router";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { pathTo, scopeOf } from "../../lib/divisions";
import { useIsNarrow } from "../../lib/media";
import { isMonth, thisMonth } from "../../lib/months";
import { Empty, Loaded } from "../../ui/loaded";
import { MonthSelect } from "../../ui/month-select";
import { PageHead } from "../../ui/page-head";
import { Tag } from "../../ui/tag";

import { AccountChart } from "./account-chart";
import { toBand } from "./addresses";
import type { Shown } from "./addresses";
import { Sankey } from "./sankey";
import { StageList } from "./stage-list";

/** The page; month and place live in the address. */
export function MoneyFlow() {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const asked = get("month");
  const month = isMonth(asked) ? asked : thisMonth();
  const shown = { month, division_code: get("division_code") };
  const query = useRead("GET /official/money-flow", { query: shown });
  const tree = useRead("GET /official/divisions", {}).data?.divisions ?? [];
  const top = tree[0];
  const way = pathTo(tree, shown.division_code ?? (top ? scopeOf(top) : ""));
  return (
    <>
      <PageHead
        title={t("flow.title")}
        crumbs={way.map((one, index) => ({
          label: one.name,
          ...(index < way.length - 1
            ? { to: `/official/flow?month=${month}&division_code=${scopeOf(one)}` }
            : {}),
        }))}
        note={t("flow.note")}
      />
      <div className="filters">
        <MonthSelect
          label={t("flow.month")}
          value={month}
          onChange={(next) => {
            change({ month: next });
          }}
        />
        {query.data?.closed_at && <Tag tone="done">{t("flow.closed")}</Tag>}
      </div>
      <Loaded
        query={query}
        lines={10}
        isEmpty={({ accounts }) => accounts.length === 0}
        empty={<Empty title={t("flow.none")} hint={t("flow.noneHint")} />}
      >
        {(picture) => <Shown picture={picture} shown={shown} />}
      </Loaded>
    </>
  );
}

type Picture = Reply<"GET /official/money-flow">;

function Shown({ picture, shown }: { picture: Picture; shown: Shown }) {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const narrow = useIsNarrow();
  const navigate = useNavigate();
  const { flows, accounts, sum_fen, whole } = picture;
  // A phone has no room for bands side by side: there the stages stand one below the other.
  const asTable = narrow || get("as") === "table";
  return (
    <div className="stack">
      <section className="box" aria-label={t("flow.picture")}>
        <div className="box-head">
          <h2>{t("flow.picture")}</h2>
          {!narrow && (
            <span>
              <Segmented
                aria-label={t("flow.show")}
                value={asTable ? "table" : "picture"}
                options={[
                  { value: "picture", label: t("flow.picture") },
                  { value: "table", label: t("flow.table") },
                ]}
                onChange={(as) => {
                  change({ as: as === "table" ? as : undefined }, true);
                }}
              />
            </span>
          )}
        </div>
        {flows.length === 0 && <Empty title={t("flow.none")} hint={t("flow.noneHint")} />}
        {flows.length > 0 && asTable && <StageList flows={flows} shown={shown} />}
        {flows.length > 0 && !asTable && (
          <Sankey
            flows={flows}
            month={shown.month}
            onPick={(flow) => {
              void navigate(toBand(shown, flow));
            }}
          />
        )}
        <p className="sub">{t(whole ? "flow.whole" : "flow.area")}</p>
      </section>
      <AccountChart accounts={accounts} sum_fen={sum_fen} shown={shown} />
    </div>
  );
}
