/** Offers the buyer a part, or turns a complaint down with the reason. */
import type { Complaint } from "@yigou/backend/contract";
import { formatFen } from "@yigou/backend/contract/fen";
import { useTranslation } from "react-i18next";

import { fenOfText } from "../../lib/amounts";
import { useWrite } from "../../lib/data";
import { MoneyField } from "../../ui/fields";
import { DialogAmount, FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

interface Fields {
  amount_fen?: string;
  text: string;
}

interface AnswerDialogProps {
  complaint: Complaint;
  verb: "offer" | "reject";
  onClose: () => void;
}

/** The dialog. */
export function AnswerDialog({ complaint, verb, onClose }: AnswerDialogProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/complaints/:id/answer");
  const send = async ({ amount_fen = "", text }: Fields) => {
    const params = { id: complaint.id };
    const body =
      verb === "offer"
        ? { verb, amount_fen: fenOfText(amount_fen) ?? 0, text: text.trim() }
        : { verb, text: text.trim() };
    await write.mutateAsync({ params, body });
    return t("complaints.done");
  };
  return (
    <FormDialog<Fields>
      title={t(`complaints.${verb}Title`)}
      okText={t(`complaints.${verb}`)}
      isDangerous={verb === "reject"}
      onSend={send}
      onClose={onClose}
      top={
        <DialogAmount fen={complaint.wish_fen}>
          {t("complaints.worth", { amount: formatFen(complaint.worth_fen) })}
        </DialogAmount>
      }
    >
      {verb === "offer" && (
        <MoneyField name="amount_fen" label={t("complaints.amount")} atLeast={1} required />
      )}
      <ReasonField
        name="text"
        label={t("complaints.text")}
        extra={t("complaints.textHint")}
        wanted={t("complaints.textWanted")}
        most={500}
      />
    </FormDialog>
  );
}
