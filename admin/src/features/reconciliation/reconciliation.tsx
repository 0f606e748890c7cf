/** The ledger beside the bank: import, and what answers what. */
import type { Reply } from "@yigou/backend/contract";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { DataTable } from "../../ui/data-table";
import { Figures } from "../../ui/figures";
import { Empty, Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { Pages } from "../../ui/pages";
import { LineTag } from "../../ui/settlement-tag";

import { Decide } from "./decide";
import { ImportBox } from "./import-box";
import { Statements } from "./statements";

type Comparison = Reply<"GET /cooperative/reconciliation">["comparisons"][number];

const SIDES = ["proposed", "bank", "ledger", "matched"] as const;
const SIZE = 20;

/** The page. */
export function Reconciliation() {
  const { t } = useTranslation();
  const { get, page, change } = useAddressState();
  const side = SIDES.find((one) => one === get("side")) ?? "proposed";
  const query = useRead("GET /cooperative/reconciliation", {
    query: { side, limit: SIZE, offset: (page - 1) * SIZE },
  });
  return (
    <>
      <PageHead title={t("reconcile.nav")} note={t("reconcile.note")} />
      <ImportBox />
      <Loaded query={query}>
        {({ comparisons, count, counts }) => (
          <>
            <Figures
              label={t("reconcile.sides")}
              figures={SIDES.map((one) => ({
                key: one,
                name: t(`reconcile.${one}`),
                value: <Money fen={counts[one].amount_fen} />,
                note: t("reconcile.count", { n: counts[one].count }),
                accent: one !== "matched" && counts[one].count > 0,
              }))}
            />
            <div className="filters">
              <Segmented
                aria-label={t("reconcile.sides")}
                value={side}
                options={SIDES.map((one) => ({ value: one, label: t(`reconcile.${one}`) }))}
                onChange={(next) => {
                  change({ side: next });
                }}
              />
            </div>
            {count === 0 ? (
              <Empty title={t(`reconcile.none_${side}`)} hint={t("reconcile.noneHint")} />
            ) : (
              <>
                <Pairs side={side} rows={comparisons} />
                <Pages
                  page={page}
                  size={SIZE}
                  count={count}
                  onPage={(next) => {
                    change({ page: String(next) });
                  }}
                />
              </>
            )}
          </>
        )}
      </Loaded>
      <Statements />
    </>
  );
}

function Pairs({ side, rows }: { side: (typeof SIDES)[number]; rows: readonly Comparison[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t(`reconcile.${side}`)}
      rows={rows}
      rowKey={(row) => row.match_id ?? row.row?.id ?? row.line?.id ?? ""}
      columns={[
        {
          key: "bank",
          title: t("reconcile.bankRow"),
          line: true,
          cell: (row) => row.row && <BankSide row={row.row} />,
        },
        {
          key: "line",
          title: t("reconcile.ledgerLine"),
          line: true,
          cell: (row) => row.line && <LedgerSide line={row.line} />,
        },
        {
          key: "amount",
          title: t("settlement.amount"),
          end: true,
          cell: (row) => (
            <Money
              fen={row.row ? row.row.out_fen - row.row.in_fen : (row.line?.amount_fen ?? 0)}
              sign={false}
            />
          ),
        },
        {
          key: "basis",
          title: t("reconcile.basis"),
          line: true,
          cell: (row) => row.basis && t(`reconcile.basis_${row.basis}`),
        },
        {
          key: "act",
          title: "",
          end: true,
          cell: (row) => side === "proposed" && <Decide match_id={row.match_id ?? ""} />,
        },
      ]}
    />
  );
}

function BankSide({ row }: { row: NonNullable<Comparison["row"]> }) {
  const { t } = useTranslation();
  return (
    <span>
      <b>{row.booked_on}</b> {row.payee_masked}{" "}
      {row.last4 && <span className="sub">{t("reconcile.tail", { last4: row.last4 })}</span>}
      <small>
        {[row.remark, row.serial, row.in_fen > 0 ? t("reconcile.cameBack") : null]
          .filter(Boolean)
          .join(" · ")}
      </small>
    </span>
  );
}

function LedgerSide({ line }: { line: NonNullable<Comparison["line"]> }) {
  const { t } = useTranslation();
  const waits = line.state === "pending";
  return (
    <span>
      <Link to={`/cooperative/settlements/${line.settlement_id}`}>{line.settlement_number}</Link>{" "}
      {line.alias ?? t("reconcile.many", { n: line.lines })}{" "}
      {line.state && <LineTag state={line.state} />}
      <small>
        {[line.payee_masked, line.card_masked, line.paid_on].filter(Boolean).join(" · ")}
        {waits && ` ${t("reconcile.notBooked")}`}
      </small>
    </span>
  );
}
