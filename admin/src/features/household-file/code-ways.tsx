/** Codes that only the household has: one comes by SMS, one stands on its printed passbook page. */
import { Button, Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { clockOf } from "../../lib/days";
import { asRefused } from "../../lib/refused";
import { RefusalNote } from "../../ui/refusal-note";

import type { Shown } from "./confirm-dialog";

interface SmsWayProps {
  id: string;
  credit_ids: string[];
  onShown: (shown: Shown) => void;
}

/** The code goes to the phone that is kept for the household; the panel never learns it. */
export function SmsWay({ id, credit_ids, onShown }: SmsWayProps) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/households/:id/codes");
  const sent = write.data;
  return (
    <>
      <p className="sub">{t("confirm.smsHint")}</p>
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <Button
        loading={write.isPending}
        onClick={() => {
          write.mutate({ params: { id }, body: { credit_ids } });
        }}
      >
        {sent ? t("confirm.smsAgain") : t("confirm.smsSend")}
      </Button>
      {sent && (
        <>
          <p role="status">
            {sent.is_sent
              ? t("confirm.smsSent", { phone: sent.phone_masked, time: clockOf(sent.expires_at) })
              : t("confirm.smsWaiting", { phone: sent.phone_masked })}
          </p>
          <CodeField
            onCode={(code) => {
              onShown(code === "" ? null : { method: "sms_code", code });
            }}
          />
        </>
      )}
    </>
  );
}

/** The code says itself which payments it is about: those of its page. */
export function PassbookWay({ onShown }: Pick<SmsWayProps, "onShown">) {
  const { t } = useTranslation();
  return (
    <>
      <p className="sub">{t("confirm.passbookHint")}</p>
      <CodeField
        onCode={(code) => {
          onShown(code === "" ? null : { method: "passbook_code", code });
        }}
      />
    </>
  );
}

const SHORTEST = 6;

function CodeField({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation();
  const field = useId();
  return (
    <p className="code-field">
      <label htmlFor={field}>{t("confirm.code")}</label>
      <Input
        id={field}
        size="large"
        autoComplete="one-time-code"
        maxLength={20}
        onChange={(event) => {
          const code = event.target.value.replaceAll(/[\s-]/g, "");
          onCode(code.length < SHORTEST ? "" : code);
        }}
      />
    </p>
  );
}
