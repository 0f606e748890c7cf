/** A second member decides over the chosen entries: all of them or none. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";
import { moneyText } from "../../ui/money";
import { ReasonField } from "../../ui/said-fields";

import type { Entry } from "./entries";

/** Shown while something is chosen. */
export function DecisionBar({
  entries,
  onDone,
}: {
  entries: readonly Entry[];
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<"approve" | "refuse" | null>(null);
  if (entries.length === 0) return null;
  const amount = moneyText(entries.reduce((sum, one) => sum + one.amount_fen, 0));
  return (
    <div className="confirm-line no-print" role="status">
      <span>{t("entry.chosen", { n: entries.length, amount })}</span>
      <span className="row-acts">
        <Button
          onClick={() => {
            setDecision("refuse");
          }}
        >
          {t("entry.refuse")}
        </Button>
        <Button
          type="primary"
          onClick={() => {
            setDecision("approve");
          }}
        >
          {t("entry.approve")}
        </Button>
      </span>
      {decision && (
        <DecisionDialog
          entries={entries}
          decision={decision}
          amount={amount}
          onClose={() => {
            setDecision(null);
          }}
          onDone={onDone}
        />
      )}
    </div>
  );
}

interface DecisionDialogProps {
  entries: readonly Entry[];
  decision: "approve" | "refuse";
  amount: string;
  onClose: () => void;
  onDone: () => void;
}

function DecisionDialog({ entries, decision, amount, onClose, onDone }: DecisionDialogProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/entries/decisions");
  const n = entries.length;
  const isApproval = decision === "approve";
  const send = async ({ reason }: { reason?: string }) => {
    const entry_ids = entries.map((one) => one.id);
    const body = { entry_ids, decision, ...(reason ? { reason } : {}) };
    const { decided } = await write.mutateAsync({ body });
    return isApproval
      ? t("entry.approvedDone", { n: decided, amount })
      : t("entry.refusedDone", { n: decided });
  };
  return (
    <FormDialog
      title={t(isApproval ? "entry.approveTitle" : "entry.refuseTitle", { n })}
      okText={t(isApproval ? "entry.approve" : "entry.refuse")}
      onSend={send}
      onClose={onClose}
      onDone={() => {
        onDone();
        onClose();
      }}
      top={isApproval && <p>{t("entry.approveText", { amount })}</p>}
    >
      {!isApproval && (
        <ReasonField
          label={t("entry.reason")}
          wanted={t("entry.reasonWanted")}
          rows={2}
          most={200}
        />
      )}
    </FormDialog>
  );
}
