/** The lines of a settlement, household by household; a cooperative says of each what the bank did. */
import type { Reply } from "@yigou/backend/contract";
import { Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import type { Column } from "../../ui/data-table";
import { Empty } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { ChoiceFilter, PagedTable, usePage } from "../../ui/paged-table";

import { CreditsDialog } from "./credits-dialog";
import { Acts, Standing } from "./line-acts";
import type { OnSay } from "./line-acts";
import { LineDialog } from "./line-dialog";
import type { Desk } from "./settlement-list";
import type { Settlement } from "./settlement-page";

/** One line. */
export type Line = Reply<"GET /cooperative/settlements/:id/lines">["lines"][number];

const STATES = ["pending", "booking", "paid", "failed", "returned", "left_out"] as const;

interface LineTableProps {
  desk: Desk;
  settlement: Settlement;
  chosen: readonly Line[];
  onChoose: (lines: readonly Line[]) => void;
}

/** The table with its filter. */
export function LineTable({ desk, settlement, chosen, onChoose }: LineTableProps) {
  const { t } = useTranslation();
  const { get } = useAddressState();
  const page = usePage();
  const [said, setSaid] = useState<{ line: Line; about: "fail" | "return" | "credits" } | null>(
    null,
  );
  const state = STATES.find((one) => one === get("state"));
  const query = useRead(`GET /${desk}/settlements/:id/lines`, {
    params: { id: settlement.id },
    query: { state, ...page },
  });
  const isOwn = desk === "cooperative";
  const mayBook = isOwn && settlement.may.includes("book");
  const columns = useColumns({ chosen, onChoose, mayBook, isOwn, onSay: setSaid });
  const shown = STATES.filter((one) => settlement.by_state[one].lines > 0);
  const close = () => {
    setSaid(null);
  };
  return (
    <section className="box note-gap">
      <div className="box-head">
        <h3>{t("settlement.lines")}</h3>
      </div>
      <ChoiceFilter
        name="state"
        label={t("settlement.lineStatus")}
        value={state ?? ""}
        options={[
          { value: "", label: t("settlement.allLines") },
          ...shown.map((one) => ({ value: one, label: t(`settlement.${one}`) })),
        ]}
      />
      <PagedTable
        query={query}
        rowsOf={(data) => data.lines}
        empty={<Empty title={t("settlement.nothing")} />}
        caption={t("settlement.lines")}
        columns={columns}
        rowKey={(row) => row.id}
      />
      {said?.about === "credits" && <CreditsDialog line={said.line} onClose={close} />}
      {said && said.about !== "credits" && (
        <LineDialog line={said.line} about={said.about} onClose={close} />
      )}
    </section>
  );
}

interface ColumnInput {
  chosen: readonly Line[];
  onChoose: (lines: readonly Line[]) => void;
  mayBook: boolean;
  isOwn: boolean;
  onSay: OnSay;
}

function useColumns({ chosen, onChoose, mayBook, isOwn, onSay }: ColumnInput): Column<Line>[] {
  const { t } = useTranslation();
  const name = (row: Line) => (
    <>
      <b>{row.alias}</b> <span className="sub">{row.division_name}</span>
    </>
  );
  const tick = (row: Line) => (
    <Checkbox
      checked={chosen.some((one) => one.id === row.id)}
      aria-label={t("settlement.choose", { name: row.alias })}
      onChange={({ target }) => {
        onChoose(target.checked ? [...chosen, row] : chosen.filter((one) => one.id !== row.id));
      }}
    >
      {name(row)}
    </Checkbox>
  );
  return [
    {
      key: "alias",
      title: t("settlement.household"),
      lead: true,
      cell: (row) => (mayBook && row.state === "pending" ? tick(row) : name(row)),
    },
    {
      key: "payee",
      title: t("settlement.payee"),
      line: true,
      cell: (row) => (
        <span className="card-cell">
          {row.payee_masked ?? "—"} {row.card_masked}{" "}
          <small>
            {row.bank_name}
            {row.recipient_relation !== null &&
              ` · ${t("recipient.takes", { relation: t(`relation.${row.recipient_relation}`) })}`}
          </small>
        </span>
      ),
    },
    {
      key: "reference",
      title: t("settlement.reference"),
      line: true,
      cell: (row) => row.reference,
    },
    {
      key: "amount",
      title: t("settlement.amount"),
      end: true,
      cell: (row) => <Money fen={row.amount_fen} sign={false} />,
    },
    {
      key: "state",
      title: t("settlement.lineStatus"),
      cell: (row) => <Standing line={row} />,
    },
    {
      key: "act",
      title: "",
      end: true,
      cell: (row) => isOwn && <Acts line={row} mayBook={mayBook} onSay={onSay} />,
    },
  ];
}
