/** Wages, rents, dividends and bonuses of a cooperative: prepared by one member, approved by another. */
import type { Reply } from "@yigou/backend/contract";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { Icon } from "../../ui/icons";
import { Empty, Loaded } from "../../ui/loaded";
import { moneyText } from "../../ui/money";
import { MonthSelect } from "../../ui/month-select";
import { PageHead } from "../../ui/page-head";
import { Pages } from "../../ui/pages";

import { DecisionBar } from "./decision-bar";
import { EntryTable } from "./entry-table";
import { ImportDialog } from "./import-dialog";
import { NewEntryDialog } from "./new-entry-dialog";
import { ReversalDialog } from "./reversal-dialog";

/** What the list answers. */
export type EntriesReply = Reply<"GET /cooperative/entries">;
/** One entry. */
export type Entry = EntriesReply["entries"][number];

const SIZE = 50;
const STATES = ["prepared", "approved", "refused", "reversed"] as const;

/** The list with what can be done. */
export function Entries() {
  const { t } = useTranslation();
  const { get, page } = useAddressState();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<"new" | "import" | null>(null);
  const [reversing, setReversing] = useState<Entry | null>(null);
  const me = useRead("GET /cooperative/me", {});
  const isManager = me.data?.member?.role === "manager";
  const state = STATES.find((one) => one === get("state"));
  const query = useRead("GET /cooperative/entries", {
    query: { state, period: get("period"), limit: SIZE, offset: (page - 1) * SIZE },
  });
  const close = () => {
    setDialog(null);
    setReversing(null);
  };
  return (
    <>
      <Head onDialog={setDialog} />
      <Filters />
      <Loaded
        query={query}
        isEmpty={({ entries }) => entries.length === 0}
        empty={<Empty title={t("entry.none")} hint={t("entry.noneHint")} />}
      >
        {(reply) => (
          <>
            <Waiting prepared={reply.prepared} />
            <DecisionBar
              entries={reply.entries.filter((one) => chosen.has(one.id))}
              onDone={() => {
                setChosen(new Set());
              }}
            />
            <EntryTable
              entries={reply.entries}
              chosen={chosen}
              onChosen={setChosen}
              isManager={isManager}
              onReverse={setReversing}
            />
            <Pages size={SIZE} count={reply.count} />
          </>
        )}
      </Loaded>
      {dialog === "new" && <NewEntryDialog onClose={close} />}
      {dialog === "import" && <ImportDialog onClose={close} />}
      {reversing && <ReversalDialog entry={reversing} onClose={close} />}
    </>
  );
}

function Head({ onDialog }: { onDialog: (dialog: "new" | "import") => void }) {
  const { t } = useTranslation();
  return (
    <PageHead
      title={t("entry.nav")}
      note={t("entry.note")}
      actions={
        <>
          <Link to="/cooperative/contracts">
            <Button tabIndex={-1}>{t("contract.nav")}</Button>
          </Link>
          <Button
            onClick={() => {
              onDialog("import");
            }}
          >
            {t("entry.import")}
          </Button>
          <Button
            type="primary"
            icon={<Icon name="plus" />}
            onClick={() => {
              onDialog("new");
            }}
          >
            {t("entry.new")}
          </Button>
        </>
      }
    />
  );
}

function Filters() {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  return (
    <div className="filters">
      <Select
        aria-label={t("entry.state")}
        value={get("state") ?? ""}
        options={[
          { value: "", label: t("entry.all") },
          ...STATES.map((one) => ({ value: one, label: t(`entry.${one}`) })),
        ]}
        onChange={(state) => {
          change({ state });
        }}
        style={{ minWidth: 120 }}
      />
      <MonthSelect
        label={t("entry.period")}
        value={get("period") ?? ""}
        none={t("entry.allMonths")}
        onChange={(period) => {
          change({ period });
        }}
      />
    </div>
  );
}

function Waiting({ prepared }: { prepared: EntriesReply["prepared"] }) {
  const { t } = useTranslation();
  if (prepared.count === 0) return null;
  const amount = moneyText(prepared.amount_fen);
  return <p className="sub">{t("entry.waiting", { n: prepared.count, amount })}</p>;
}
