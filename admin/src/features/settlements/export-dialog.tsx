/** The file for the bank: says what is in it before it is made. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { saveFile } from "../../lib/files";
import { asRefused } from "../../lib/refused";
import { RefusalNote } from "../../ui/refusal-note";

import type { Settlement } from "./settlement-page";

/** The dialog. */
export function ExportDialog({
  settlement,
  onClose,
}: {
  settlement: Settlement;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (format: "csv" | "xlsx") =>
      saveFile(`/cooperative/settlements/${settlement.id}/bank-file`, { format }),
    onSuccess: async () => {
      void message.success(t("settlement.exportDone"));
      await client.invalidateQueries();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t("settlement.export")}
      onCancel={onClose}
      footer={
        <>
          <Button
            loading={save.isPending}
            onClick={() => {
              save.mutate("xlsx");
            }}
          >
            {t("settlement.exportXlsx")}
          </Button>
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() => {
              save.mutate("csv");
            }}
          >
            {t("settlement.exportCsv")}
          </Button>
        </>
      }
    >
      {save.error && <RefusalNote refused={asRefused(save.error)} />}
      <p>{t("settlement.exportText", { n: settlement.by_state.pending.lines })}</p>
    </Modal>
  );
}
