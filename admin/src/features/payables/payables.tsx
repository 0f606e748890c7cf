/** What the cooperative owes each household, by how far the money has come. */
import type { Fen, Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Figures } from "../../ui/figures";
import { Empty, Loaded } from "../../ui/loaded";
import { Money, moneyText } from "../../ui/money";
import { PageHead } from "../../ui/page-head";

import { PayDialog } from "./pay-dialog";
import { payableNow } from "./payable-now";
import type { Payable } from "./payable-now";

type PayablesReply = Reply<"GET /cooperative/payables">;

const STATES = ["expected", "earned", "settled", "paid", "confirmed"] as const;

/** Totals, the table, the payment. */
export function Payables() {
  const { t } = useTranslation();
  const query = useRead("GET /cooperative/payables", {});
  const [paying, setPaying] = useState<Payable | null>(null);
  return (
    <>
      <PageHead title={t("nav.payables")} note={t("payable.note")} />
      <Loaded
        query={query}
        isEmpty={({ payables }) => payables.length === 0}
        empty={<Empty title={t("payable.none")} hint={t("payable.noneHint")} />}
      >
        {(reply) => (
          <>
            <Figures
              label={t("payable.totals")}
              figures={STATES.map((state) => ({
                key: state,
                name: t(`state.${state}`),
                value: <Money fen={reply.total[`${state}_fen`]} />,
                note: t(`payable.${state}`),
                accent: state === "settled",
              }))}
            />
            <Table reply={reply} onPay={setPaying} />
          </>
        )}
      </Loaded>
      {paying && (
        <PayDialog
          payable={paying}
          onClose={() => {
            setPaying(null);
          }}
        />
      )}
    </>
  );
}

interface TableProps {
  reply: PayablesReply;
  onPay: (payable: Payable) => void;
}

function Table({ reply, onPay }: TableProps) {
  const { t } = useTranslation();
  const money = (state: (typeof STATES)[number]): Column<Payable> => {
    const show = (fen: Fen) => <Money fen={fen} sign={false} quiet />;
    return {
      key: state,
      title: t(`state.${state}`),
      end: true,
      cell: (row) =>
        state === "settled" ? <b>{show(row.settled_fen)}</b> : show(row[`${state}_fen`]),
      foot: show(reply.total[`${state}_fen`]),
    };
  };
  const columns: Column<Payable>[] = [
    {
      key: "alias",
      title: t("payable.household"),
      lead: true,
      cell: (row) => (
        <span>
          <b>{row.alias}</b> <span className="sub">{row.division_name}</span>
          {row.under_complaint_fen > 0 && (
            <span className="sub">
              {" "}
              {t("payable.underComplaint", { amount: moneyText(row.under_complaint_fen) })}
            </span>
          )}
        </span>
      ),
      foot: t("income.total"),
    },
    ...STATES.map(money),
    {
      key: "pay",
      title: "",
      end: true,
      cell: (row) =>
        payableNow(row) > 0 && (
          <Button
            size="small"
            color="primary"
            variant="outlined"
            aria-label={`${t("payable.pay")} ${row.alias}`}
            onClick={() => {
              onPay(row);
            }}
          >
            {t("payable.pay")}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("nav.payables")}
      columns={columns}
      rows={reply.payables}
      rowKey={(row) => row.household_id}
    />
  );
}
