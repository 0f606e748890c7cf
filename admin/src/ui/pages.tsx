/** Turning the pages of a list. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../lib/address-state";

import { Icon } from "./icons";

/** Which rows are shown and the way to the others, by the page in the address. */
export function Pages({ size, count }: { size: number; count: number }) {
  const { t } = useTranslation();
  const { page, change } = useAddressState();
  const turnTo = (next: number) => {
    change({ page: String(next) });
  };
  const last = Math.max(1, Math.ceil(count / size));
  const from = Math.min(count, (page - 1) * size + 1);
  const to = Math.min(count, page * size);
  return (
    <nav className="pages" aria-label={t("list.pages")}>
      <span>{t("list.range", { from, to, count })}</span>
      {last > 1 && (
        <>
          <Button
            aria-label={t("list.previous")}
            disabled={page <= 1}
            onClick={() => {
              turnTo(page - 1);
            }}
            icon={<Icon name="chevron" turn={180} />}
          />
          <span aria-current="page">{t("list.page", { page, last })}</span>
          <Button
            aria-label={t("list.next")}
            disabled={page >= last}
            onClick={() => {
              turnTo(page + 1);
            }}
            icon={<Icon name="chevron" />}
          />
        </>
      )}
    </nav>
  );
}
