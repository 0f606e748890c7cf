/** "I did not get this": kept in the household's words for township and county. */
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { DialogAmount, FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

import type { Credit } from "./income-account";
import { worthOf } from "./worth";

interface DisputeDialogProps {
  id: string;
  credits: readonly Credit[];
  onClose: () => void;
  onDone: () => void;
}

/** Freezes nothing. */
export function DisputeDialog({ id, credits, onClose, onDone }: DisputeDialogProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/disputes");
  return (
    <FormDialog<{ statement: string }>
      title={t("dispute.title")}
      okText={t("dispute.ok")}
      onSend={async ({ statement }) => {
        const body = { credit_ids: credits.map((one) => one.id), statement };
        await write.mutateAsync({ params: { id }, body });
        return t("dispute.done");
      }}
      onClose={onClose}
      onDone={onDone}
      top={
        <>
          <DialogAmount fen={worthOf(credits)}>
            {t("confirm.count", { n: credits.length })}
          </DialogAmount>
          <p className="sub">{t("dispute.hint")}</p>
        </>
      }
    >
      <ReasonField
        name="statement"
        label={t("dispute.statement")}
        extra={t("dispute.statementHint")}
        wanted={t("dispute.wanted")}
      />
    </FormDialog>
  );
}
