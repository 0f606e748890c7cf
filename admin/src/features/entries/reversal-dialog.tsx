/** Takes an approved entry back that has not been paid; somebody else has to approve that, too. */
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { DialogAmount, FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

import type { Entry } from "./entries";
import { useKind } from "./entry-table";

/** The form. */
export function ReversalDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation();
  const kind = useKind();
  const write = useWrite("POST /cooperative/entries/:id/reversal");
  const { alias: name, period } = entry;
  return (
    <FormDialog<{ reason: string }>
      title={t("entry.reverseTitle", { name, period, what: kind(entry.linkage) })}
      okText={t("entry.reverseOk")}
      onSend={async (body) => {
        await write.mutateAsync({ params: { id: entry.id }, body });
        return t("entry.newDone");
      }}
      onClose={onClose}
      top={<DialogAmount fen={-entry.amount_fen}>{t("entry.reverseText")}</DialogAmount>}
    >
      <ReasonField label={t("entry.reason")} wanted={t("entry.reasonWanted")} rows={2} most={200} />
    </FormDialog>
  );
}
