/** What the books could not follow: what is to be done, in words, and the place to say that it was done. */
import { Badge, Button, Input, Text, toast } from "@medusajs/ui";
import { useState } from "react";

import type { Chargeback } from "../../../contract/chargeback";
import { ask, messageOf } from "../../lib/ask";
import { yuan } from "../../lib/shown";

/** The task of a chargeback, or what was done about it; nothing where there is neither. */
export function ToDo({ chargeback, onDone }: { chargeback: Chargeback; onDone: () => void }) {
  const { to_do, done } = chargeback;
  if (done) {
    return (
      <Text size="small">
        {`已办 Done ${new Date(done.at).toLocaleDateString("zh-CN")}：${done.note}`}
      </Text>
    );
  }
  if (to_do === null) return null;
  return (
    <div className="flex flex-col gap-2 py-2" role="group" aria-label="待办 To do">
      <Badge color="orange" className="w-fit">
        {to_do === "won_after_booking"
          ? "入账后胜诉 Won after booking"
          : "未全部入账 Not all is booked"}
      </Badge>
      <ol className="txt-small max-w-md list-decimal pl-5">
        {stepsOf(chargeback).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Finish id={chargeback.id} onDone={onDone} />
    </div>
  );
}

function stepsOf({ to_do, booked, amount_fen, currency }: Chargeback): string[] {
  if (to_do === "won_after_booking") {
    const back = yuan(booked?.amount_fen ?? amount_fen);
    const pool = yuan(booked?.loss_pool_fen ?? 0);
    return [
      `在 Stripe 核对 ${back} 元已退回。Check at Stripe that ${back} has come back.`,
      "不要再给买家退款，也不要再收款：货款算已付。Neither refund the buyer nor ask for money: the goods count as paid.",
      `请财务把 ${pool} 元记回平台损失池；农户的入账不动。Have the accountant put ${pool} back into the loss pool; households' credits stay.`,
    ];
  }
  const missing =
    currency === "cny"
      ? `${yuan(amount_fen - (booked?.amount_fen ?? 0))} 元 yuan`
      : `${yuan(amount_fen)} ${currency.toUpperCase()}`;
  return [
    `在 Stripe 核对：账上没有记的是 ${missing}。Check at Stripe: ${missing} is in no book of ours.`,
    "请财务另记为平台的损失；农户的入账不动。Have the accountant note it as the platform's loss; households' credits stay.",
  ];
}

function Finish({ id, onDone }: { id: string; onDone: () => void }) {
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        ask("POST /admin/chargebacks/:id/done", { params: { id }, body: { note: note.trim() } })
          .then(onDone, (error: unknown) => toast.error(messageOf(error)))
          .finally(() => {
            setBusy(false);
          });
      }}
    >
      <Input
        size="small"
        aria-label="办了什么 What was done"
        placeholder="办了什么 What was done"
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      <Button
        size="small"
        type="submit"
        className="shrink-0 whitespace-nowrap"
        isLoading={busy}
        disabled={!note.trim()}
      >
        已办 Done
      </Button>
    </form>
  );
}
