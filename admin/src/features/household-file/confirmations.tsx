/** What the household has confirmed so far: when, by what, before whom. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import { Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { Tag } from "../../ui/tag";

type Done = Reply<"GET /official/households/:id/confirmations">["confirmations"][number];

/** The list, the newest first. */
export function Confirmations({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useRead("GET /official/households/:id/confirmations", { params: { id } });
  return (
    <section className="box no-print" aria-label={t("confirm.history")} style={{ marginTop: 16 }}>
      <div className="box-head">
        <h2>{t("confirm.history")}</h2>
      </div>
      <Loaded
        query={query}
        lines={2}
        isEmpty={({ confirmations }) => confirmations.length === 0}
        empty={<p className="sub">{t("confirm.none")}</p>}
      >
        {({ confirmations }) => (
          <ul className="plain-list">
            {confirmations.map((done) => (
              <One key={done.id} done={done} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function One({ done }: { done: Done }) {
  const { t } = useTranslation();
  return (
    <li>
      <span>{dayOf(done.confirmed_at)}</span>
      <b>
        <Money fen={done.amount_fen} />
      </b>
      <span className="sub">{t("confirm.count", { n: done.credits })}</span>
      <Tag tone="done">{t(`confirm.${done.method}`)}</Tag>
      <span className="sub">{t("confirm.witness", { name: done.witness })}</span>
      {done.page !== null && (
        <a href={`/api${done.page}`} download={`page-${done.id}.jpg`}>
          {t("confirm.openPage")}
        </a>
      )}
    </li>
  );
}
