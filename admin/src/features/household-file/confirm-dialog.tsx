/** The household says that its money arrived: by a signed page, a code by SMS, or the code of its passbook. */
import { App, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BodyInput, ConfirmationMethod } from "@yigou/backend/contract";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { Money, moneyText } from "../../ui/money";
import { RefusalNote } from "../../ui/refusal-note";

import { PassbookWay, SmsWay } from "./code-ways";
import type { Credit } from "./income-account";
import { PageWay } from "./page-way";
import { worthOf } from "./worth";

const WAYS = ["page", "sms_code", "passbook_code"] as const satisfies ConfirmationMethod[];

/** What the household has shown so far; null while something is missing. */
export type Shown = BodyInput<"POST /official/households/:id/confirmations"> | null;

interface ConfirmDialogProps {
  id: string;
  credits: readonly Credit[];
  onClose: () => void;
  onDone: () => void;
}

/** One dialog, three ways. */
export function ConfirmDialog({ id, credits, onClose, onDone }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [way, setWay] = useState<ConfirmationMethod>("page");
  const [shown, setShown] = useState<Shown>(null);
  const write = useWrite("POST /official/households/:id/confirmations");
  const credit_ids = credits.map((one) => one.id);
  const send = () => {
    if (!shown) return;
    write.mutate(
      { params: { id }, body: shown },
      {
        onSuccess: ({ moved, amount_fen }) => {
          void message.success(t("confirm.done", { n: moved, amount: moneyText(amount_fen) }));
          onDone();
        },
      },
    );
  };
  const props = { id, credit_ids, onShown: setShown };
  return (
    <Modal
      open
      title={t("confirm.title")}
      okText={t("confirm.ok")}
      okButtonProps={{ disabled: !shown }}
      confirmLoading={write.isPending}
      onOk={send}
      onCancel={onClose}
    >
      {way !== "passbook_code" && (
        <p className="pay-amount">
          <Money fen={worthOf(credits)} />
          <small>{t("confirm.count", { n: credits.length })}</small>
        </p>
      )}
      <Segmented
        block
        aria-label={t("confirm.way")}
        value={way}
        options={WAYS.map((one) => ({ value: one, label: t(`confirm.${one}`) }))}
        onChange={(next) => {
          setWay(next);
          setShown(null);
          write.reset();
        }}
      />
      <div className="way-body">
        {way === "page" && <PageWay {...props} />}
        {way === "sms_code" && <SmsWay {...props} />}
        {way === "passbook_code" && <PassbookWay onShown={setShown} />}
      </div>
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <p className="sub">{t("confirm.note")}</p>
    </Modal>
  );
}
