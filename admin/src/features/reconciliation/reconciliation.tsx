/** The ledger beside the bank: import, and what answers what. */
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { DataTable } from "../../ui/data-table";
import { Figures } from "../../ui/figures";
import { Empty, Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { Pages } from "../../ui/pages";

import { Decide } from "./decide";
import { ImportBox } from "./import-box";
import { PairDialog } from "./pair-dialog";
import { BankSide, LedgerSide } from "./sides";
import type { BankRow, Comparison } from "./sides";
import { Statements } from "./statements";

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
                <Pages size={SIZE} count={count} />
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
          cell: (row) => <Basis pair={row} />,
        },
        {
          key: "act",
          title: "",
          end: true,
          cell: (row) =>
            side === "proposed" ? (
              <Decide match_id={row.match_id ?? ""} />
            ) : (
              side === "bank" && row.row && row.row.out_fen > 0 && <PairButton row={row.row} />
            ),
        },
      ]}
    />
  );
}

/** Why the two belong together. */
function Basis({ pair }: { pair: Comparison }) {
  const { t } = useTranslation();
  if (!pair.basis) return null;
  return (
    <span>
      {t(`reconcile.basis_${pair.basis}`)}
      {pair.reason !== null && (
        <small>{t("reconcile.byHand", { name: pair.made_by ?? "", reason: pair.reason })}</small>
      )}
    </span>
  );
}

function PairButton({ row }: { row: BankRow }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        aria-label={`${t("reconcile.pair")} ${row.booked_on} ${row.serial ?? ""}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t("reconcile.pair")}
      </Button>
      {isOpen && (
        <PairDialog
          row={row}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
