import { useWords } from "../i18n/use-words";
import { Button } from "./button";
import { moneyText } from "./money";

/** The button that pays; `browser/checkout.ts` writes on it that it is being sent. */
export function PayButton({ total_fen }: { total_fen: number }) {
  const t = useWords();
  return (
    <Button
      name="intent"
      value="pay"
      data-sending={t("checkout.paying")}
      className="mt-5 w-full text-lg"
    >
      {`${t("checkout.pay")} ${moneyText(total_fen)}`}
    </Button>
  );
}
