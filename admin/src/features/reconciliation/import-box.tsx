/** Imports a bank's statement; a row that cannot be read is named, and nothing is imported then. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { sendFile } from "../../lib/files";
import { asRefused } from "../../lib/refused";
import { Icon } from "../../ui/icons";
import { RefusalNote } from "../../ui/refusal-note";

/** The box. */
export function ImportBox() {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const known = useRead("GET /cooperative/bank-statements", { query: { limit: 10 } });
  const [layout, setLayout] = useState("");
  const send = useMutation({
    mutationFn: (file: File) =>
      sendFile("POST /cooperative/bank-statements", file, layout ? `?layout=${layout}` : ""),
    onSuccess: async ({ statement, found }) => {
      const { row_count: rows, new_rows: fresh } = statement;
      void message.success(t("reconcile.imported", { rows, fresh, ...found }), 6);
      await client.invalidateQueries();
    },
  });
  const layouts = known.data?.layouts ?? [];
  return (
    <section className="box note-gap" aria-label={t("reconcile.import")}>
      {send.error && <RefusalNote refused={asRefused(send.error)} />}
      <div className="import-line">
        <Select
          aria-label={t("reconcile.layout")}
          value={layout}
          onChange={setLayout}
          options={[
            { value: "", label: t("reconcile.layoutGuess") },
            ...layouts.map((one) => ({
              value: one.key,
              label: i18n.language === "en" ? one.name_en : one.name,
            })),
          ]}
        />
        <label className="file-pick">
          <Icon name="plus" /> {send.isPending ? t("reconcile.importing") : t("reconcile.import")}
          <input
            type="file"
            aria-label={t("reconcile.import")}
            disabled={send.isPending}
            accept=".csv,.xlsx,.txt"
            onChange={({ target }) => {
              const [file] = [...(target.files ?? [])];
              target.value = "";
              if (file) send.mutate(file);
            }}
          />
        </label>
        <span className="sub">{t("reconcile.importHint")}</span>
      </div>
    </section>
  );
}
