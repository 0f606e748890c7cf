/** Clearance offers of a cooperative: open one, decide over what others proposed, take one back. */
import type { OwnClearance } from "@yigou/backend/contract";
import { formatFen } from "@yigou/backend/contract/fen";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { percentText } from "../../lib/amounts";
import { useRead } from "../../lib/data";
import { ClearanceTag } from "../../ui/clearance-tag";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { Empty, Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { Tag } from "../../ui/tag";

import { ClearanceActs } from "./clearance-acts";
import { ClearanceDialog } from "./clearance-dialog";

const MOST = 100;

/** The list: what waits first, then what is open. */
export function Clearances() {
  const { t } = useTranslation();
  const [isNew, setNew] = useState(false);
  const query = useRead("GET /cooperative/clearances", { query: { limit: MOST } });
  const floor_ppm = query.data?.floor_ppm ?? 0;
  return (
    <>
      <PageHead
        title={t("clearances.nav")}
        note={t("clearances.note", { percent: percentText(floor_ppm) })}
        actions={
          <Button
            type="primary"
            icon={<Icon name="plus" />}
            onClick={() => {
              setNew(true);
            }}
          >
            {t("clearances.new")}
          </Button>
        }
      />
      <Loaded
        query={query}
        isEmpty={({ clearances }) => clearances.length === 0}
        empty={<Empty title={t("clearances.none")} hint={t("clearances.noneHint")} />}
      >
        {({ clearances }) => <Table clearances={clearances} />}
      </Loaded>
      {isNew && (
        <ClearanceDialog
          floor_ppm={floor_ppm}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </>
  );
}

function Table({ clearances }: { clearances: readonly OwnClearance[] }) {
  const { t } = useTranslation();
  const columns: Column<OwnClearance>[] = [
    {
      key: "goods",
      title: t("clearances.goods"),
      lead: true,
      cell: (row) => (
        <span>
          <b>{row.title}</b> {row.variant_title}{" "}
          {row.by_official && <Tag>{t("clearances.byOfficial")}</Tag>}{" "}
          {row.below_floor && <Tag tone="wait">{t("clearances.belowFloor")}</Tag>}
        </span>
      ),
    },
    {
      key: "price",
      title: t("clearances.price"),
      cell: (row) => (
        <span>
          <Money fen={row.price_fen} />{" "}
          <small>{t("clearances.usual", { amount: formatFen(row.usual_fen) })}</small>
        </span>
      ),
    },
    {
      key: "sold",
      title: t("clearances.sold"),
      cell: ({ sold, quantity }) => t("clearances.soldOf", { sold, quantity }),
    },
    { key: "last", title: t("clearances.lastOn"), cell: (row) => row.last_on },
    { key: "reason", title: t("clearances.reason"), line: true, cell: (row) => row.reason },
    {
      key: "state",
      title: t("clearances.state"),
      line: true,
      cell: (row) => (
        <span>
          <ClearanceTag clearance={row} /> <ClearanceActs clearance={row} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("clearances.nav")}
      columns={columns}
      rows={clearances}
      rowKey={(row) => row.id}
    />
  );
}
