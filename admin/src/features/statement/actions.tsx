/** Takes a statement along: PDF for paper, Excel for figures. */
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { asRefused } from "../../lib/refused";
import { Icon } from "../../ui/icons";
import { RefusalNote } from "../../ui/refusal-note";

type Form = "pdf" | "xlsx";

/** The buttons; a file that cannot be had says why. */
export function Actions({ save }: { save: (form: Form) => Promise<string> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState<Form | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const take = async (form: Form) => {
    setBusy(form);
    setFailure(null);
    try {
      void message.success(t("statement.saved", { name: await save(form) }));
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      {failure !== null && <RefusalNote refused={asRefused(failure)} />}
      <Button
        type="primary"
        icon={<Icon name="print" />}
        loading={busy === "pdf"}
        onClick={() => void take("pdf")}
      >
        {t("statement.pdf")}
      </Button>
      <Button
        icon={<Icon name="download" />}
        loading={busy === "xlsx"}
        onClick={() => void take("xlsx")}
      >
        {t("statement.excel")}
      </Button>
      <Button
        type="text"
        onClick={() => {
          window.print();
        }}
      >
        {t("statement.printScreen")}
      </Button>
    </>
  );
}
