/** The slips of a gift, on paper only: what is in the box, from whom, the words of the card; no price. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

type Gift = Reply<"GET /cooperative/orders/:id/gift">["gift"];

/** One slip a recipient. */
export function GiftSlips({ gift }: { gift: Gift }) {
  const { t } = useTranslation();
  return (
    <div className="only-print">
      {gift.recipients.map(({ id, address, lines }) => (
        <article key={id} className="gift-slip">
          <h3>{address.name}</h3>
          <p>
            {[address.province, address.city, address.county, address.street].join(" ")}{" "}
            {address.phone}
          </p>
          <ul>
            {lines.map((line) => (
              <li key={line.id}>
                {t("gifts.line", {
                  title: line.title,
                  variant: line.variant_title,
                  n: line.quantity,
                })}
              </li>
            ))}
          </ul>
          {gift.message && <p>{gift.message}</p>}
          <p>{t("gifts.from", { name: gift.sender })}</p>
        </article>
      ))}
    </div>
  );
}
