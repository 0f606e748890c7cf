/** A second member decides over the chosen entries: all of them or none. */
import { App, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { moneyText } from "../../ui/money";
import { RefusalNote } from "../../ui/refusal-note";

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
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason?: string }>();
  const write = useWrite("POST /cooperative/entries/decisions");
  const n = entries.length;
  const isApproval = decision === "approve";
  const send = ({ reason }: { reason?: string }) => {
    const body = {
      entry_ids: entries.map((one) => one.id),
      decision,
      ...(reason ? { reason } : {}),
    };
    write.mutate(
      { body },
      {
        onSuccess: ({ decided }) => {
          const words = isApproval
            ? t("entry.approvedDone", { n: decided, amount })
            : t("entry.refusedDone", { n: decided });
          void message.success(words);
          onDone();
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t(isApproval ? "entry.approveTitle" : "entry.refuseTitle", { n })}
      okText={t(isApproval ? "entry.approve" : "entry.refuse")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      {isApproval && <p>{t("entry.approveText", { amount })}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        {!isApproval && (
          <Form.Item
            name="reason"
            label={t("entry.reason")}
            rules={[{ required: true, message: t("entry.reasonWanted") }]}
          >
            <Input.TextArea rows={2} maxLength={200} showCount />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
