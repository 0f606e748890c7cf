/** Asks for a paper and lets the browser keep it. */
import type { RouteKey } from "@yigou/backend/contract";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { CallInput } from "../lib/api";
import { saveFile } from "../lib/save-file";
import { asRefused } from "../lib/refused";
import { useRefusalText } from "./refusal-note";

interface PrintButtonProps<K extends RouteKey> {
  /** The route that answers with it. */
  paper: K;
  input: CallInput<K>;
  label: string;
}

/** A button for a paper that the backend writes. */
export function PrintButton<K extends RouteKey>({ paper, input, label }: PrintButtonProps<K>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useRefusalText();
  const [busy, setBusy] = useState(false);
  const print = () => {
    setBusy(true);
    void saveFile(paper, input)
      .then(
        () => void message.success(t("lot.printed")),
        (thrown: unknown) => void message.error(sentence(asRefused(thrown)).first),
      )
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Button loading={busy} onClick={print}>
      {label}
    </Button>
  );
}
