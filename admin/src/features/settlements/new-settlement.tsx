/** A new settlement out of what is payable now. */
import type { Reply } from "@yigou/backend/contract";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { useAddressState } from "../../lib/address-state";
import { useRead, useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { DataTable } from "../../ui/data-table";
import { DaySpan } from "../../ui/day-span";
import { Figures } from "../../ui/figures";
import { Empty, Loaded } from "../../ui/loaded";
import { Money, moneyText } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { RefusalNote } from "../../ui/refusal-note";

type Settleable = Reply<"GET /cooperative/settleable">;
type Household = Settleable["households"][number];

/** Period, households, prepare. */
export function NewSettlement() {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const span = { from: get("from"), to: get("to") };
  const query = useRead("GET /cooperative/settleable", { query: span });
  return (
    <>
      <PageHead
        title={t("settlement.new")}
        crumbs={[{ label: t("settlement.nav"), to: "/cooperative/settlements" }]}
        note={t("settlement.newNote")}
      />
      <div className="filters">
        <DaySpan from={span.from} to={span.to} onChange={change} />
      </div>
      <Loaded
        query={query}
        isEmpty={({ households }) => households.length === 0}
        empty={<Empty title={t("settlement.nothing")} hint={t("settlement.nothingHint")} />}
      >
        {(found) => <Choice key={`${span.from ?? ""}${span.to ?? ""}`} found={found} span={span} />}
      </Loaded>
    </>
  );
}

interface ChoiceProps {
  found: Settleable;
  span: { from: string | undefined; to: string | undefined };
}

function Choice({ found, span }: ChoiceProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const write = useWrite("POST /cooperative/settlements");
  const payable = found.households.filter((one) => one.left_out === null);
  const out = found.households.filter((one) => one.left_out !== null);
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const chosen = payable.filter((one) => !dropped.has(one.household_id));
  const total = chosen.reduce((sum, one) => sum + one.amount_fen, 0);
  const toggle = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(dropped);
    for (const id of ids) {
      if (isOn) next.delete(id);
      else next.add(id);
    }
    setDropped(next);
  };
  const send = () => {
    const ids = chosen.concat(dropped.size > 0 ? [] : out).map((one) => one.household_id);
    const made = write.mutateAsync({ body: { ...span, household_ids: ids } });
    // NOTE: not a callback of the mutation: nothing is payable afterwards, so this component is gone by then.
    void made.then(
      ({ settlement }) => {
        void message.success(t("settlement.made", { number: settlement.number }));
        void navigate(`/cooperative/settlements/${settlement.id}`);
      },
      () => undefined,
    );
  };
  const { approval_above_fen, one_person_below } = found.rule;
  const isAlone = one_person_below && total <= approval_above_fen;
  return (
    <>
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Figures
        label={t("settlement.sums")}
        figures={[
          { key: "total", name: t("settlement.total"), value: <Money fen={total} />, accent: true },
          {
            key: "households",
            name: t("settlement.households"),
            value: chosen.length,
            note: isAlone
              ? t("settlement.onePerson", { amount: moneyText(approval_above_fen) })
              : t("settlement.twoPeople"),
          },
        ]}
      />
      {out.length > 0 && (
        <p className="reason note-gap">
          {t("settlement.stayOut", { n: out.length })}{" "}
          {out.map((one) => `${one.alias} ¥${moneyText(one.amount_fen)}`).join(t("list.comma"))}
        </p>
      )}
      <HouseholdTable rows={payable} dropped={dropped} onToggle={toggle} />
      <div className="form-foot">
        <span className="sub">{t("settlement.chosen", { n: chosen.length })}</span>
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={write.isPending}
          onClick={send}
        >
          {t("settlement.make")} <Money fen={total} />
        </Button>
      </div>
    </>
  );
}

interface HouseholdTableProps {
  rows: readonly Household[];
  dropped: ReadonlySet<string>;
  onToggle: (ids: readonly string[], isOn: boolean) => void;
}

function HouseholdTable({ rows, dropped, onToggle }: HouseholdTableProps) {
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
          { key: "payee", title: t("settlement.payee"), cell: (row) => row.payee_masked ?? "—" },
          {
            key: "card",
            title: t("settlement.card"),
            line: true,
            cell: (row) => (
              <span className="card-cell">
                {row.card_masked} <span className="sub">{row.bank_name}</span>
              </span>
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
