/** A new settlement out of what is payable now. */
import type { Fen, Reply } from "@yigou/backend/contract";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { useAddressState } from "../../lib/address-state";
import { useRead, useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { DaySpan } from "../../ui/day-span";
import { Figures } from "../../ui/figures";
import { Empty, Loaded } from "../../ui/loaded";
import { Money, moneyText } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { RefusalNote } from "../../ui/refusal-note";

import { HouseholdTable } from "./household-table";
import type { Household } from "./household-table";

type Settleable = Reply<"GET /cooperative/settleable">;

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
        isEmpty={({ households, under_complaint }) =>
          households.length + under_complaint.length === 0
        }
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

/** Whoever is in force takes a household's money, unless it is said otherwise. */
function inForce(households: readonly Household[]): ReadonlyMap<string, string> {
  return new Map(
    households.flatMap(({ household_id, recipients: [first] }) =>
      first ? [[household_id, first.id] as const] : [],
    ),
  );
}

function Choice({ found, span }: ChoiceProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const write = useWrite("POST /cooperative/settlements");
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState(() => inForce(found.households));
  // A household without a card of its own is paid once somebody is chosen who takes its money.
  const isPayable = (one: Household) => one.left_out === null || taken.has(one.household_id);
  const payable = found.households.filter(
    (one) => one.left_out === null || one.recipients.length > 0,
  );
  const out = found.households.filter((one) => !isPayable(one));
  const chosen = payable.filter(isPayable).filter((one) => !dropped.has(one.household_id));
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
    const recipients = found.households
      .filter((one) => one.recipients.length > 0 && ids.includes(one.household_id))
      .map(({ household_id }) => ({ household_id, recipient_id: taken.get(household_id) ?? null }));
    write.mutate(
      { body: { ...span, household_ids: ids, ...(recipients.length > 0 ? { recipients } : {}) } },
      {
        onSuccess: ({ settlement }) => {
          void message.success(t("settlement.made", { number: settlement.number }));
          void navigate(`/cooperative/settlements/${settlement.id}`);
        },
      },
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
      <StayOut households={out} reason="stayOut" />
      <StayOut households={found.under_complaint} reason="underComplaint" />
      <HouseholdTable
        rows={payable}
        dropped={dropped}
        onToggle={toggle}
        taken={taken}
        onTake={(household, recipient) => {
          const next = new Map(taken);
          if (recipient === "") next.delete(household);
          else next.set(household, recipient);
          setTaken(next);
        }}
      />
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

interface StayOutProps {
  households: readonly { alias: string; amount_fen: Fen }[];
  reason: "stayOut" | "underComplaint";
}

/** Who is not paid by this settlement, and why. */
function StayOut({ households, reason }: StayOutProps) {
  const { t } = useTranslation();
  if (households.length === 0) return null;
  return (
    <p className="reason note-gap">
      {t(`settlement.${reason}`, { n: households.length })}{" "}
      {households.map((one) => `${one.alias} ¥${moneyText(one.amount_fen)}`).join(t("list.comma"))}
    </p>
  );
}
