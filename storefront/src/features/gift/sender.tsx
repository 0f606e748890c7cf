import type { ComponentProps } from "react";

import { useWords } from "../../i18n/use-words";
import { AddressFields } from "../../ui/address/address-fields";

/** Who sends the gift: written on its slip, and where a box goes back to. */
export function Sender(address: ComponentProps<typeof AddressFields>) {
  const t = useWords();
  return (
    <section className="box grid gap-4 p-4 sm:p-5">
      <div>
        <h2 className="text-lg">{t("gift.sender")}</h2>
        <p className="text-sm text-ink-2">{t("gift.sender_hint")}</p>
      </div>
      <AddressFields {...address} nameLabel={t("gift.sender_name")} />
    </section>
  );
}
