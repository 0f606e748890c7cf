/** The household's own card and those before it: recorded anew above the village, for the present head. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import { Loaded } from "../../ui/loaded";
import { Tag } from "../../ui/tag";

import { CardDialog } from "./card-dialog";

/** The cards as the backend tells them. */
export type HouseholdCards = Reply<"GET /official/households/:id/cards">;
type Card = HouseholdCards["cards"][number];

/** The list, the newest first. */
export function Cards({ id }: { id: string }) {
  const { t } = useTranslation();
  const [isNew, setNew] = useState(false);
  const query = useRead("GET /official/households/:id/cards", { params: { id } });
  const head = query.data?.head ?? null;
  return (
    <section className="box no-print" aria-label={t("bankCard.title")} style={{ marginTop: 16 }}>
      <div className="box-head">
        <h2>{t("bankCard.title")}</h2>
        {query.data?.may_record && head && (
          <Button
            size="small"
            onClick={() => {
              setNew(true);
            }}
          >
            {t("bankCard.new")}
          </Button>
        )}
      </div>
      <Loaded
        query={query}
        lines={2}
        isEmpty={({ cards }) => cards.length === 0}
        empty={<p className="sub">{t("bankCard.none")}</p>}
      >
        {({ cards }) => (
          <ul className="plain-list">
            {cards.map((card) => (
              <One key={card.id ?? "registered"} card={card} head={head?.name ?? null} />
            ))}
          </ul>
        )}
      </Loaded>
      {isNew && query.data && head && (
        <CardDialog
          id={id}
          head={head}
          version={query.data.version}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </section>
  );
}

function One({ card, head }: { card: Card; head: string | null }) {
  const { t } = useTranslation();
  const { owner, is_current, owner_is_here, reason, evidence, recorded_by, recorded_at } = card;
  return (
    <li>
      <State card={card} />
      <b>{owner ?? "—"}</b>
      <span>
        {card.card_masked} {card.bank_name}
      </span>
      {is_current && !owner_is_here && <span className="sub">{t("bankCard.goneHint")}</span>}
      {is_current && owner_is_here && owner !== null && owner !== head && (
        <span className="sub">{t("bankCard.othersHint", { owner })}</span>
      )}
      {reason === null || recorded_at === null ? (
        <span className="sub">{t("bankCard.registered")}</span>
      ) : (
        <span className="sub">
          {t(`bankCard.${reason}`)} · {evidence} ·{" "}
          {t("bankCard.by", { name: recorded_by ?? "", day: dayOf(recorded_at) })}
        </span>
      )}
    </li>
  );
}

function State({ card: { is_current, owner_is_here } }: { card: Card }) {
  const { t } = useTranslation();
  if (!is_current) return <Tag>{t("bankCard.former")}</Tag>;
  if (!owner_is_here) return <Tag tone="wait">{t("bankCard.gone")}</Tag>;
  return <Tag tone="done">{t("bankCard.current")}</Tag>;
}
