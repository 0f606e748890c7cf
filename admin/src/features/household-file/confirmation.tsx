/** The household has received its money; the cadre witnesses it. */
import { App, Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { Money, moneyText } from "../../ui/money";
import { RefusalNote } from "../../ui/refusal-note";

import type { Credit } from "./income-account";

interface ConfirmationProps {
  id: string;
  credits: readonly Credit[];
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
}

/** Shown while there is money that was paid and not yet confirmed. */
export function Confirmation({ id, credits, chosen, onChosen }: ConfirmationProps) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const write = useWrite("POST /official/households/:id/confirmations");
  const open = credits.filter((one) => one.state === "paid");
  const picked = open.filter((one) => chosen.has(one.id));
  const amount = moneyText(picked.reduce((sum, one) => sum + one.net_fen - one.reversed_fen, 0));
  if (open.length === 0) return null;
  const send = async () => {
    const body = { credit_ids: picked.map((one) => one.id) };
    const reply = await write.mutateAsync({ params: { id }, body });
    onChosen(new Set());
    void message.success(
      t("confirm.done", { n: reply.moved, amount: moneyText(reply.amount_fen) }),
    );
  };
  return (
    <div className="confirm-line no-print">
      <Checkbox
        checked={picked.length === open.length}
        indeterminate={picked.length > 0 && picked.length < open.length}
        onChange={(event) => {
          onChosen(new Set(event.target.checked ? open.map((one) => one.id) : []));
        }}
      >
        {t("confirm.open", { n: open.length })}{" "}
        <Money fen={open.reduce((sum, one) => sum + one.net_fen - one.reversed_fen, 0)} />
      </Checkbox>
      <Button
        type="primary"
        disabled={picked.length === 0}
        loading={write.isPending}
        onClick={() => {
          modal.confirm({
            title: t("confirm.title"),
            content: t("confirm.text", { n: picked.length, amount }),
            okText: t("confirm.ok"),
            icon: null,
            onOk: () => send().catch(() => undefined),
          });
        }}
      >
        {t("confirm.button")}
      </Button>
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
    </div>
  );
}
