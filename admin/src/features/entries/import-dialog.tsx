/** Entries by the table: what is wrong is named by row and column, and then nothing is imported. */
import type { Reply } from "@yigou/backend/contract";
import { Button, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { upload } from "../../lib/api";
import { csvOf, saveText } from "../../lib/csv";
import { queryClient } from "../../lib/data";
import { today } from "../../lib/days";
import { asRefused } from "../../lib/refused";
import type { Refused } from "../../lib/refused";
import { DataTable } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { moneyText } from "../../ui/money";
import { RefusalNote } from "../../ui/refusal-note";

import { useKind } from "./entry-table";

type Imported = Reply<"POST /cooperative/entries/import">;

/** The dialog. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const input = useId();
  const [isSending, setSending] = useState(false);
  const [imported, setImported] = useState<Imported | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    setRefused(null);
    setImported(null);
    try {
      setImported(await upload("POST /cooperative/entries/import", {}, file));
      await queryClient.invalidateQueries();
    } catch (thrown) {
      setRefused(asRefused(thrown));
    }
    setSending(false);
  };
  return (
    <Modal open title={t("entry.importTitle")} footer={null} width={640} onCancel={onClose}>
      <p className="sub">{t("entry.importHint")}</p>
      <p className="row-acts">
        <label className="file-button" htmlFor={input}>
          {isSending ? t("entry.importSending") : t("entry.importChoose")}
          <input
            id={input}
            type="file"
            disabled={isSending}
            accept=".csv,.xlsx,text/csv"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = "";
              void send(file);
            }}
          />
        </label>
        <Template />
      </p>
      {refused && <RefusalNote refused={refused} />}
      {imported && <Outcome imported={imported} />}
    </Modal>
  );
}

/** A table that can be filled in. */
function Template() {
  const { t } = useTranslation();
  const kind = useKind();
  const heading = t("entry.headings").split(",");
  return (
    <Button
      icon={<Icon name="download" />}
      onClick={() => {
        const rows = [heading, ["", kind("wage"), today().slice(0, 7), "1200.00", ""]];
        saveText(`${t("entry.templateName")}.csv`, csvOf(rows));
      }}
    >
      {t("entry.template")}
    </Button>
  );
}

function Outcome({ imported }: { imported: Imported }) {
  const { t, i18n } = useTranslation();
  const { errors, added, known, amount_fen } = imported;
  if (errors.length === 0) {
    return (
      <p role="status">
        <b>{t("entry.importDone", { added, known, amount: moneyText(amount_fen) })}</b>
      </p>
    );
  }
  const isEnglish = i18n.language === "en";
  const fields = ["household", "linkage", "period", "amount", "note"] as const;
  return (
    <div role="alert">
      <b>{t("entry.importWrong", { n: errors.length })}</b>
      <DataTable
        caption={t("entry.importWrong", { n: errors.length })}
        rows={errors}
        rowKey={(error) => `${error.row} ${error.field} ${error.reason}`}
        columns={[
          {
            key: "row",
            title: t("entry.rowNo"),
            lead: true,
            cell: ({ row }) => t("entry.row", { n: row }),
          },
          {
            key: "field",
            title: t("entry.fieldName"),
            cell: ({ field }) => {
              const known = fields.find((one) => one === field);
              return known ? t(`entry.fields.${known}`) : field;
            },
          },
          {
            key: "reason",
            title: t("entry.wrongWhat"),
            line: true,
            cell: ({ reason, reason_zh }) => (
              <span>
                {isEnglish ? reason : reason_zh}
                <small className="sub"> {isEnglish ? reason_zh : reason}</small>
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
