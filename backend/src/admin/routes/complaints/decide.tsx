/** The operator's decision over one complaint: so much goes back, or nothing, with the reason. */
import { Button, Input, toast } from "@medusajs/ui";
import { useState } from "react";

import type { Complaint } from "../../../contract/complaint";
import { formatFen, yuanToFen } from "../../../contract/fen";
import { ask, messageOf } from "../../lib/ask";

interface DecideProps {
  complaint: Complaint;
  onDecided: () => void;
}

const BUTTON = { size: "small", className: "shrink-0 whitespace-nowrap" } as const;

/** The form. */
export function Decide({ complaint, onDecided }: DecideProps) {
  const [amount, setAmount] = useState(formatFen(complaint.wish_fen));
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const isAmount = /^\d+(\.\d{1,2})?$/.test(amount.trim());
  const decide = (body: object) => {
    setBusy(true);
    ask("POST /admin/complaints/:id/decision", { params: { id: complaint.id }, body })
      .then(onDecided, (error: unknown) => toast.error(messageOf(error)))
      .finally(() => {
        setBusy(false);
      });
  };
  const isSaid = text.trim().length >= 4;
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        decide({ verb: "refund", amount_fen: yuanToFen(amount.trim()), text: text.trim() });
      }}
    >
      <Input
        size="small"
        aria-label="裁定理由 Why"
        placeholder="理由（至少 4 字）Reason"
        value={text}
        maxLength={500}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <div className="flex gap-2">
        <Input
          size="small"
          aria-label="退款金额（元）Amount in yuan"
          inputMode="decimal"
          value={amount}
          onChange={(event) => {
            setAmount(event.target.value);
          }}
        />
        <Button {...BUTTON} type="submit" isLoading={busy} disabled={!isSaid || !isAmount}>
          退款 Refund
        </Button>
        <Button
          {...BUTTON}
          variant="secondary"
          disabled={!isSaid || busy}
          onClick={() => {
            decide({ verb: "dismiss", text: text.trim() });
          }}
        >
          不支持 Dismiss
        </Button>
      </div>
    </form>
  );
}
