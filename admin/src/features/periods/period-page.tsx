/** One month: its figures, its categories, and what corrected it later. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { hasWord } from "../../i18n/words";
import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Empty, Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";

import { instantText } from "./instant";
import { useMonthName } from "./month-name";
import { FIGURES, PeriodFigures } from "./period-figures";
import { PeriodState } from "./period-state";

type Period = Reply<"GET /official/periods/:month">;
type Category = Period["categories"][number];
type Correction = Period["corrections"][number];

/** The page of a month. */
export function PeriodPage({ month }: { month: string }) {
  const { t } = useTranslation();
  const { get } = useAddressState();
  const name = useMonthName()(month);
  const query = useRead("GET /official/periods/:month", {
    params: { month },
    query: { county_code: get("county_code") },
  });
  return (
    <>
      <PageHead
        title={name}
        crumbs={[{ label: t("periods.title"), to: "/official/periods" }, { label: name }]}
        note={query.data && <Standing period={query.data} />}
      />
      <Loaded query={query}>
        {(period) => (
          <>
            <PeriodFigures totals={period.totals} label={name} />
            <Categories rows={period.categories} />
            <Corrections rows={period.corrections} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Standing({ period }: { period: Period }) {
  const { t } = useTranslation();
  return (
    <>
      <PeriodState state={period.state} />{" "}
      {period.closed_at !== null && (
        <>
          {instantText(period.closed_at)} {t("periods.closedBy", { name: period.closed_by ?? "" })}
        </>
      )}
      {period.head_seq !== null && <> · {t("periods.head", { seq: period.head_seq })}</>}
    </>
  );
}

function Categories({ rows }: { rows: readonly Category[] }) {
  const { t } = useTranslation();
  const columns: Column<Category>[] = [
    {
      key: "category",
      title: t("group.category"),
      lead: true,
      cell: ({ category }) =>
        hasWord("category", category) ? t(`category.${category}`) : category,
    },
    ...FIGURES.map(([name, key]): Column<Category> => ({
      key,
      title: t(`periods.${name}`),
      end: true,
      cell: (row) => <Money fen={row[key]} sign={false} quiet />,
    })),
  ];
  return (
    <section className="box box-flow" style={{ margin: "16px 0" }}>
      <div className="box-head">
        <h2>{t("periods.byCategory")}</h2>
      </div>
      <DataTable
        caption={t("periods.byCategory")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.category}
      />
    </section>
  );
}

function Corrections({ rows }: { rows: readonly Correction[] }) {
  const { t } = useTranslation();
  const columns = useCorrectionColumns();
  return (
    <section className="box box-flow">
      <div className="box-head">
        <h2>{t("periods.correctionsTitle")}</h2>
      </div>
      {rows.length === 0 ? (
        <Empty title={t("periods.correctionsNone")} />
      ) : (
        <DataTable
          caption={t("periods.correctionsTitle")}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.seq)}
        />
      )}
    </section>
  );
}

const KINDS = [
  "capture",
  "refund",
  "accept",
  "settle",
  "pay",
  "confirm",
  "entry",
  "entry_reversal",
  "bounce",
  "amend",
  "claim",
] as const;

function useCorrectionColumns(): Column<Correction>[] {
  const { t } = useTranslation();
  const monthName = useMonthName();
  const kindName = (kind: string) => {
    const known = KINDS.find((one) => one === kind);
    return known ? t(`periods.kinds.${known}`) : kind;
  };
  return [
    {
      key: "kind",
      title: t("periods.kind"),
      lead: true,
      cell: ({ kind, cause, seq }) => (
        <span>
          {kindName(kind)}
          <small>
            <Link to={`/official/transactions/${String(seq)}`}>{t("periods.seq", { seq })}</Link>
            {cause !== null && hasWord("cause", cause) && ` · ${t(`cause.${cause}`)}`}
          </small>
        </span>
      ),
    },
    { key: "happened", title: t("periods.happened"), cell: (row) => instantText(row.occurred_at) },
    { key: "posted", title: t("periods.posted"), cell: (row) => instantText(row.posted_at) },
    { key: "booked", title: t("periods.bookedIn"), cell: (row) => monthName(row.booked_in) },
    {
      key: "change",
      title: t("periods.change"),
      end: true,
      cell: (row) => <Money fen={row.in_fen - row.out_fen} sign={false} />,
    },
  ];
}
