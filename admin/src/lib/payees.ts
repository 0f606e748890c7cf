/** To whom a household's money may go: its head, or a recipient who may take it. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

type Household = Reply<"GET /cooperative/settleable">["households"][number];

/** The choices of a select: empty for the head, else the recipient's id. */
export function usePayeeOptions({ card_masked, recipients }: Household) {
  const { t } = useTranslation();
  const own = card_masked ?? t("settlement.no_bank_card");
  return [
    { value: "", label: `${t("recipient.head")} ${own}` },
    ...recipients.map((one) => ({
      value: one.id,
      label: [
        one.payee_masked,
        t("recipient.takes", { relation: t(`relation.${one.relation}`) }),
        one.card_masked,
      ].join(" "),
    })),
  ];
}
