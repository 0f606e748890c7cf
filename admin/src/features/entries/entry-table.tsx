/** The entries, with who prepared and who decided, and how far the money has come. */
import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { dayOf } from "../../lib/days";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Money } from "../../ui/money";
import { StateTag } from "../../ui/state-tag";
import { Tag } from "../../ui/tag";
import type { Tone } from "../../ui/tag";

import type { Entry } from "./entries";

interface EntryTableProps {
  entries: readonly Entry[];
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
  isManager: boolean;
  onReverse: (entry: Entry) => void;
}

const TONE: Record<Entry["state"], Tone> = {
  prepared: "act",
  approved: "done",
  refused: "plain",
  reversed: "plain",
};

/** What a kind of entry is called. */
export function useKind(): (linkage: string) => string {
  const { t } = useTranslation();
  return (linkage) => {
    const known = (["wage", "land_rent", "dividend", "bonus"] as const).find(
      (one) => one === linkage,
    );
    return known ? t(`entry.${known}`) : linkage;
  };
}

/** The table. */
export function EntryTable(props: EntryTableProps) {
  const { t } = useTranslation();
  const kind = useKind();
  const columns: Column<Entry>[] = [
    { key: "choose", title: "", wide: true, cell: (row) => <Choice {...props} row={row} /> },
    {
      key: "household",
      title: t("entry.household"),
      lead: true,
      cell: (row) => <b>{row.alias}</b>,
    },
    {
      key: "linkage",
      title: t("entry.linkage"),
      cell: (row) => (
        <span>
          {kind(row.linkage)} <small className="sub">{row.period}</small>
        </span>
      ),
    },
    { key: "category", title: t("entry.category"), cell: (row) => <Category row={row} /> },
    {
      key: "amount",
      title: t("entry.amount"),
      end: true,
      cell: (row) => (
        <Money fen={row.reverses_id === null ? row.amount_fen : -row.amount_fen} sign={false} />
      ),
    },
    {
      key: "remark",
      title: t("entry.remark"),
      line: true,
      cell: (row) =>
        row.reverses_id === null ? row.note : t("entry.reversalOf", { reason: row.reason ?? "" }),
    },
    { key: "people", title: t("entry.preparedBy"), cell: (row) => <People row={row} /> },
    { key: "state", title: t("entry.state"), cell: (row) => <State row={row} /> },
    {
      key: "reverse",
      title: "",
      end: true,
      cell: (row) =>
        row.state === "approved" &&
        row.reverses_id === null &&
        row.credit_state !== "paid" &&
        row.credit_state !== "confirmed" && (
          <Button
            size="small"
            aria-label={`${t("entry.reversal")} ${row.alias} ${row.period}`}
            onClick={() => {
              props.onReverse(row);
            }}
          >
            {t("entry.reversal")}
          </Button>
        ),
    },
  ];
  return (
    <div className="scroll">
      <DataTable
        caption={t("entry.nav")}
        columns={columns}
        rows={props.entries}
        rowKey={(row) => row.id}
      />
    </div>
  );
}

function Choice({ row, chosen, onChosen, isManager }: EntryTableProps & { row: Entry }) {
  const { t } = useTranslation();
  if (row.state !== "prepared") return null;
  if (row.is_own || !isManager) {
    return <small className="sub">{t(row.is_own ? "entry.own" : "entry.needManager")}</small>;
  }
  return (
    <Checkbox
      aria-label={t("entry.choose", { name: `${row.alias} ${row.period}` })}
      checked={chosen.has(row.id)}
      onChange={(event) => {
        const next = new Set(chosen);
        if (event.target.checked) next.add(row.id);
        else next.delete(row.id);
        onChosen(next);
      }}
    />
  );
}

function Category({ row: { category, countable } }: { row: Entry }) {
  const { t } = useTranslation();
  return (
    <span>
      {hasWord("category", category) ? t(`category.${category}`) : category}
      {!countable && <small>{t("entry.uncounted")}</small>}
    </span>
  );
}

function People({ row }: { row: Entry }) {
  return (
    <span className="day-text">
      {row.prepared_by}
      <small>
        {dayOf(row.prepared_at)}
        {row.decided_by !== null && ` → ${row.decided_by}`}
      </small>
    </span>
  );
}

function State({ row }: { row: Entry }) {
  const { t } = useTranslation();
  return (
    <span>
      <Tag tone={TONE[row.state]}>{t(`entry.${row.state}`)}</Tag>{" "}
      {row.state === "approved" && row.credit_state && (
        <StateTag state={row.credit_state} isReversed={false} />
      )}
      {row.state === "refused" && row.reverses_id === null && <small>{row.reason}</small>}
    </span>
  );
}
