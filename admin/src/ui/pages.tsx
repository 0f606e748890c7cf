/** Turning the pages of a list. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { Icon } from "./icons";

/** Which rows are shown and the way to the others; nothing when all fit. */
export function Pages({ page, size, count, onPage }: PagesProps) {
  const { t } = useTranslation();
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
              onPage(page - 1);
            }}
            icon={<Icon name="chevron" turn={180} />}
          />
          <span aria-current="page">{t("list.page", { page, last })}</span>
          <Button
            aria-label={t("list.next")}
            disabled={page >= last}
            onClick={() => {
              onPage(page + 1);
            }}
            icon={<Icon name="chevron" />}
          />
        </>
      )}
    </nav>
  );
}

interface PagesProps {
  page: number;
  size: number;
  count: number;
  onPage: (page: number) => void;
}
