/** Money that was paid and waits for the household's word: received, or not received. */
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { Icon } from "../../ui/icons";
import { Money } from "../../ui/money";

import { ConfirmDialog } from "./confirm-dialog";
import { DisputeDialog } from "./dispute-dialog";
import type { Credit } from "./income-account";
import { worthOf } from "./worth";

interface ConfirmationProps {
  id: string;
  credits: readonly Credit[];
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
}

/** Shown while there is money that was paid and not yet confirmed. */
export function Confirmation({ id, credits, chosen, onChosen }: ConfirmationProps) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<"confirm" | "dispute" | null>(null);
  const open = credits.filter((one) => one.state === "paid");
  const picked = open.filter((one) => chosen.has(one.id));
  if (open.length === 0) return null;
  const close = () => {
    setDialog(null);
  };
  const done = () => {
    onChosen(new Set());
    close();
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
        {t("confirm.open", { n: open.length })} <Money fen={worthOf(open)} />
      </Checkbox>
      <span className="row-acts">
        <Link to={`/official/households/${id}/passbook`}>
          <Button icon={<Icon name="print" />} tabIndex={-1}>
            {t("passbook.print")}
          </Button>
        </Link>
        <Button
          disabled={picked.length === 0}
          onClick={() => {
            setDialog("dispute");
          }}
        >
          {t("dispute.button")}
        </Button>
        <Button
          type="primary"
          onClick={() => {
            if (picked.length === 0) onChosen(new Set(open.map((one) => one.id)));
            setDialog("confirm");
          }}
        >
          {t("confirm.button")}
        </Button>
      </span>
      {dialog === "confirm" && (
        <ConfirmDialog id={id} credits={picked} onClose={close} onDone={done} />
      )}
      {dialog === "dispute" && (
        <DisputeDialog id={id} credits={picked} onClose={close} onDone={done} />
      )}
    </div>
  );
}
