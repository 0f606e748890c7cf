import type { Refused } from "../../lib/refused";
import { useWords } from "../../i18n/use-words";
import { moneyText } from "../../ui/money";
import { Notice } from "../../ui/notice";
import { useRefusalText } from "../../ui/states";

const known = ["insufficient_funds", "expired_card", "incorrect_cvc", "processing_error"] as const;

/** Banks' reasons that a buyer can act on; of a lost or stolen card the person with the card learns nothing. */
function declineKey(reason: unknown) {
  const found = known.find((one) => one === reason);
  return found ? (`checkout.declined_${found}` as const) : "checkout.declined";
}

/** Why the order was not made, in words that say what to do. */
export function Problem({
  errors,
  refused,
  total_fen,
}: {
  errors: object;
  refused: Refused | null;
  /** The total as the goods stand now. */
  total_fen: number;
}) {
  const t = useWords();
  const text = useRefusalText();
  if (Object.keys(errors).length > 0) return <Notice tone="bad" title={t("checkout.errors")} />;
  if (!refused) return null;
  switch (refused.code) {
    case "price_changed":
      return (
        <Notice tone="warn" title={t("checkout.price_changed", { amount: moneyText(total_fen) })} />
      );
    case "sold_out":
      return <Notice tone="bad" title={t("checkout.sold_out")} />;
    case "clearance_sold_out": {
      const left = Number(refused.facts?.left ?? 0);
      const title =
        left > 0 ? t("clearance.sold_out_left", { count: left }) : t("clearance.sold_out");
      return <Notice tone="bad" title={title} />;
    }
    case "payment_declined":
      return <Notice tone="bad" title={t(declineKey(refused.facts?.decline))} />;
    case "payment_action_needed":
      return <Notice title={t("checkout.stripe_confirming")} />;
    case "not_found":
      if (refused.field !== "payment_data.saved_card")
        return <Notice tone="bad" title={text(refused)} />;
      return <Notice tone="bad" title={t("card.gone")} />;
    case "unreachable":
    case "busy":
    case "in_progress":
      return <Notice tone="warn" title={t("checkout.unsure")} />;
    default:
      return <Notice tone="bad" title={text(refused)} />;
  }
}
