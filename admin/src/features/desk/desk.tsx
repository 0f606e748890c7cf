/** The desk of an official for one division and one span of days. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { isDay, today, yearStart } from "../../lib/days";
import { childrenOf, pathTo, scopeOf } from "../../lib/divisions";
import { DaySpan } from "../../ui/day-span";
import { Icon } from "../../ui/icons";
import { Loaded } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";

import { useArea } from "./area";
import { DeskFigures } from "./desk-figures";
import { HouseholdList } from "./household-list";
import { MonthBox } from "./month-box";
import { NeedsALook } from "./needs-a-look";

/** The whole desk. */
export function Desk() {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const tree = useRead("GET /official/divisions", {});
  const divisions = tree.data?.divisions ?? [];
  const top = childrenOf(divisions, null)[0];
  const scope = get("division_code") ?? (top ? scopeOf(top) : undefined);
  const way = scope === undefined ? [] : pathTo(divisions, scope);
  const asked = { from: get("from") ?? null, to: get("to") ?? null };
  const to = isDay(asked.to) ? asked.to : today();
  const from = isDay(asked.from) ? asked.from : yearStart(to);
  const summary = useRead("GET /official/income/summary", {
    query: { division_code: get("division_code"), from, to, group_by: "month" },
  });
  const area = useArea(get("division_code"));
  const title =
    from === yearStart(to) ? t("desk.titleYear", { year: to.slice(0, 4) }) : t("desk.title");
  return (
    <>
      <PageHead
        title={title}
        crumbs={way.map((one, index) => ({
          label: one.name,
          to: index < way.length - 1 ? `/official?division_code=${scopeOf(one)}` : undefined,
        }))}
        note={<span className="only-print">{t("list.spanOf", { from, to })}</span>}
        actions={
          <>
            <DaySpan from={from} to={to} onChange={change} />
            <Button
              icon={<Icon name="print" />}
              onClick={() => {
                window.print();
              }}
            >
              {t("action.print")}
            </Button>
          </>
        }
      />
      <Loaded query={summary} lines={3}>
        {({ total, rows }) => (
          <>
            <DeskFigures total={total} area={area} />
            <div className="two">
              <MonthBox rows={rows} from={from} to={to} />
              <NeedsALook area={area} />
            </div>
          </>
        )}
      </Loaded>
      <HouseholdList types={area?.types ?? []} />
    </>
  );
}
