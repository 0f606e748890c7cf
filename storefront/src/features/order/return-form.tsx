import type { Order } from "@yigou/backend/contract";
import { Form } from "react-router";

import { useWords } from "../../i18n/use-words";
import type { Refused } from "../../lib/refused";
import { Button, buttonClass } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { useRefusalText } from "../../ui/states";

/** Asks to return goods; folded until it is wanted. */
export function ReturnForm({
  order,
  refused,
  nothing,
}: {
  order: Order;
  refused: Refused | null;
  /** The form was sent without a quantity. */
  nothing: boolean;
}) {
  const t = useWords();
  const text = useRefusalText();
  const lines = order.lines.filter((line) => line.returnable > 0);
  if (lines.length === 0) {
    const early = order.payment_state === "paid" && order.fulfillment_state === "none";
    return early ? (
      <p className="text-center text-sm text-ink-2">{t("order.return_later")}</p>
    ) : null;
  }
  return (
    <details className="no-print" open={refused !== null || nothing}>
      <summary className={buttonClass("quiet", "w-full")}>{t("order.return")}</summary>
      <Form method="post" className="box mt-3 grid gap-4 p-4 sm:p-5">
        <input type="hidden" name="intent" value="return" />
        <p className="text-ink-2">{t("order.return_text")}</p>
        {refused ? <Notice tone="bad" title={text(refused)} /> : null}
        {nothing ? <Notice tone="bad" title={t("order.return_none")} /> : null}
        {lines.map((line) => (
          <TextField
            key={line.id}
            type="number"
            name={`quantity_${line.id}`}
            label={t("order.return_quantity", { title: line.title })}
            hint={t("order.return_max", { count: line.returnable })}
            min={0}
            max={line.returnable}
            defaultValue={0}
            inputMode="numeric"
          />
        ))}
        <TextField name="reason" label={t("order.return_reason")} maxLength={200} />
        <Button kind="ink">{t("order.return_submit")}</Button>
      </Form>
    </details>
  );
}
