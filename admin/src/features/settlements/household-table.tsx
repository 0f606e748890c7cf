/** Households with something payable: ticked by hand, paid to the head or to a recipient that is recorded. */
import type { Reply } from "@yigou/backend/contract";
import { Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";

import { usePayeeOptions } from "../../lib/payees";
import { DataTable } from "../../ui/data-table";
import { Money } from "../../ui/money";

/** One household. */
export type Household = Reply<"GET /cooperative/settleable">["households"][number];

interface HouseholdTableProps {
  rows: readonly Household[];
  dropped: ReadonlySet<string>;
  onToggle: (ids: readonly string[], isOn: boolean) => void;
  /** Recipients by the household whose money they take. */
  taken: ReadonlyMap<string, string>;
  onTake: (household_id: string, recipient_id: string) => void;
}

/** The table. */
export function HouseholdTable(props: HouseholdTableProps) {
  const { rows, dropped, onToggle, taken, onTake } = props;
  const { t } = useTranslation();
  return (
    <>
      <Checkbox
        checked={dropped.size === 0}
        indeterminate={dropped.size > 0 && dropped.size < rows.length}
        onChange={({ target }) => {
          onToggle(
            rows.map((row) => row.household_id),
            target.checked,
          );
        }}
      >
        {t("settlement.chooseAll")}
      </Checkbox>
      <DataTable
        caption={t("settlement.new")}
        rows={rows}
        rowKey={(row) => row.household_id}
        columns={[
          {
            key: "alias",
            title: t("settlement.household"),
            lead: true,
            cell: (row) => (
              <Checkbox
                checked={!dropped.has(row.household_id)}
                aria-label={t("settlement.choose", { name: row.alias })}
                onChange={({ target }) => {
                  onToggle([row.household_id], target.checked);
                }}
              >
                <b>{row.alias}</b> <span className="sub">{row.division_name}</span>
              </Checkbox>
            ),
          },
          {
            key: "payee",
            title: t("settlement.payee"),
            line: true,
            cell: (row) => (
              <Payee
                row={row}
                taken={taken.get(row.household_id) ?? ""}
                onTake={(recipient) => {
                  onTake(row.household_id, recipient);
                }}
              />
            ),
          },
          {
            key: "credits",
            title: "",
            end: true,
            cell: (row) => t("settlement.creditCount", { n: row.credits }),
          },
          {
            key: "amount",
            title: t("settlement.amount"),
            end: true,
            cell: (row) => <Money fen={row.amount_fen} sign={false} />,
          },
        ]}
      />
    </>
  );
}

interface PayeeProps {
  row: Household;
  /** The recipient that was chosen; empty for the head. */
  taken: string;
  onTake: (recipient_id: string) => void;
}

/** The head's card, or the choice between it and the recipients. */
function Payee({ row, taken, onTake }: PayeeProps) {
  const { t } = useTranslation();
  const options = usePayeeOptions(row);
  if (row.recipients.length === 0) {
    return (
      <span className="card-cell">
        {row.payee_masked ?? "—"} {row.card_masked} <small>{row.bank_name}</small>
      </span>
    );
  }
  return (
    <Select
      aria-label={`${t("recipient.choose")} ${row.alias}`}
      value={taken}
      onChange={onTake}
      popupMatchSelectWidth={false}
      virtual={false}
      options={options}
    />
  );
}
