import type { Good } from "@yigou/backend/contract";
import type { ReactNode } from "react";
import { Link } from "react-router";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { Face } from "../../ui/face";

/** Parts per million as a per cent with at most one decimal. */
function percent(ppm: number): string {
  return `${(ppm / 10_000).toLocaleString("en", { maximumFractionDigits: 1 })}%`;
}

function Row({
  face,
  tint,
  title,
  text,
  end,
}: {
  face: string;
  tint: number;
  title: ReactNode;
  text: string;
  end?: string;
}) {
  return (
    <li className="flex items-center gap-3 border-b border-rule py-3 last:border-0">
      <Face name={face} tint={tint} />
      <div className="min-w-0">
        {title}
        <small className="block text-ink-2">{text}</small>
      </div>
      {end ? <b className="ml-auto pl-3 tabular-nums">{end}</b> : null}
    </li>
  );
}

/** The households behind the lot, the enterprise paired with them, the cooperative that sells. */
export function People({ good }: { good: Good }) {
  const t = useWords();
  const lang = useLang();
  const { lot, cooperative, pairing_enterprise: pairing } = good;
  const link = "underline decoration-rule decoration-2 underline-offset-4 hover:decoration-ink";
  return (
    <section className="mt-9">
      <h2 className="text-xl">{t("good.who")}</h2>
      <p className="text-sm text-ink-2">
        {lot
          ? [
              t("good.lot", { code: lot.code }),
              t("good.lot_harvested", { date: dayText(lot.harvested_on, lang) }),
              t("good.lot_weight", { jin: Math.round(lot.weight_g / 500).toLocaleString("en") }),
            ].join(" · ")
          : t("good.who_text")}
      </p>
      {lot ? (
        <Link to={`/goods/${good.handle}/origin`} className={`tap !justify-start ${link}`}>
          {t("good.trace")}
        </Link>
      ) : null}
      <ul className="mt-1">
        {good.households.map((household, at) => (
          <Row
            key={household.alias}
            face={household.alias}
            tint={at % 3}
            title={
              <Link to={`/goods?household=${encodeURIComponent(household.alias)}`} className={link}>
                {household.alias}
              </Link>
            }
            text={household.division_name}
            end={percent(household.share_ppm)}
          />
        ))}
        {pairing ? (
          <Row
            face="企"
            tint={3}
            title={`${t("good.pairing")} · ${pairing.name}`}
            text={pairing.help}
          />
        ) : null}
        <Row
          face="社"
          tint={1}
          title={
            <Link to={`/goods?cooperative=${cooperative.id}`} className={link}>
              {cooperative.name}
            </Link>
          }
          text={`${t("good.cooperative")} · ${cooperative.county_name}`}
        />
      </ul>
    </section>
  );
}

/** Certificates with their dates. */
export function Certificates({ good }: { good: Good }) {
  const t = useWords();
  const lang = useLang();
  return (
    <section className="mt-9">
      <h2 className="text-xl">{t("good.certificates")}</h2>
      {good.certificates.length === 0 ? (
        <p className="mt-1 text-ink-2">{t("good.certificates_none")}</p>
      ) : (
        <ul className="mt-2 grid gap-2.5">
          {good.certificates.map((certificate) => (
            <li key={certificate.kind + certificate.number} className="box px-4 py-3">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <b className="font-semibold">{certificate.kind}</b>
                <span className="text-sm break-all text-ink-2 tabular-nums">
                  {certificate.number}
                </span>
              </p>
              <p className="text-sm text-ink-2">
                {certificate.valid_to
                  ? t("good.certificate_dates", {
                      from: dayText(certificate.issued_on, lang),
                      to: dayText(certificate.valid_to, lang),
                    })
                  : t("good.certificate_from", { from: dayText(certificate.issued_on, lang) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
