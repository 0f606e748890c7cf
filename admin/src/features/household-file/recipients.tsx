/** Who takes the household's money instead of its head: recorded above the village, for a time. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead, useWrite } from "../../lib/data";
import { dayOf } from "../../lib/days";
import { FormDialog } from "../../ui/form-dialog";
import { Loaded } from "../../ui/loaded";
import { ReasonField } from "../../ui/said-fields";
import { Tag } from "../../ui/tag";

import { RecipientDialog } from "./recipient-dialog";

type Recipient = Reply<"GET /official/households/:id/recipients">["recipients"][number];

/** The list, the newest first. */
export function Recipients({ id }: { id: string }) {
  const { t } = useTranslation();
  const [isNew, setNew] = useState(false);
  const query = useRead("GET /official/households/:id/recipients", { params: { id } });
  return (
    <section className="box no-print" aria-label={t("recipient.title")} style={{ marginTop: 16 }}>
      <div className="box-head">
        <h2>{t("recipient.title")}</h2>
        {query.data?.may_record && (
          <Button
            size="small"
            onClick={() => {
              setNew(true);
            }}
          >
            {t("recipient.new")}
          </Button>
        )}
      </div>
      <Loaded
        query={query}
        lines={2}
        isEmpty={({ recipients }) => recipients.length === 0}
        empty={<p className="sub">{t("recipient.none")}</p>}
      >
        {({ recipients, may_record }) => (
          <ul className="plain-list">
            {recipients.map((one) => (
              <One key={one.id} recipient={one} mayEnd={may_record} />
            ))}
          </ul>
        )}
      </Loaded>
      {isNew && (
        <RecipientDialog
          id={id}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </section>
  );
}

function One({ recipient, mayEnd }: { recipient: Recipient; mayEnd: boolean }) {
  const { t } = useTranslation();
  const [isEnding, setEnding] = useState(false);
  const { name, relation, reason, valid_from: from, valid_to: to, ended_at } = recipient;
  return (
    <li>
      {recipient.is_valid ? (
        <Tag tone="done">{t("recipient.valid")}</Tag>
      ) : (
        <Tag>{t(ended_at === null ? "recipient.expired" : "recipient.ended")}</Tag>
      )}
      <b>{name}</b>
      <span>{t(`relation.${relation}`)}</span>
      <span>
        {recipient.card_masked} {recipient.bank_name}
      </span>
      <span className="sub">{t("list.spanOf", { from, to })}</span>
      <span className="sub">
        {t(`recipient.${reason}`)} · {recipient.evidence} ·{" "}
        {t("recipient.by", { name: recipient.recorded_by, day: dayOf(recipient.recorded_at) })}
      </span>
      {recipient.ended_because !== null && <span className="sub">{recipient.ended_because}</span>}
      {mayEnd && ended_at === null && (
        <Button
          size="small"
          aria-label={`${t("recipient.end")} ${name}`}
          onClick={() => {
            setEnding(true);
          }}
        >
          {t("recipient.end")}
        </Button>
      )}
      {isEnding && (
        <EndDialog
          recipient={recipient}
          onClose={() => {
            setEnding(false);
          }}
        />
      )}
    </li>
  );
}

function EndDialog({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/recipients/:id/ending");
  return (
    <FormDialog<{ reason: string }>
      title={t("recipient.endTitle", { name: recipient.name })}
      okText={t("recipient.end")}
      isDangerous
      onSend={async (body) => {
        await write.mutateAsync({ params: { id: recipient.id }, body });
        return t("recipient.endDone");
      }}
      onClose={onClose}
    >
      <ReasonField
        label={t("recipient.endReason")}
        wanted={t("recipient.endReasonWanted")}
        rows={2}
        most={200}
      />
    </FormDialog>
  );
}
