/** The household's share of a price, drawn so that one understands it at a glance. */
import type { Part, Party } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Money, moneyText } from "./money";

const COLOUR: Record<Party, string> = {
  household: "var(--persimmon)",
  cooperative: "var(--tea)",
  packing_freight: "var(--straw)",
  platform: "var(--water)",
};

/** A bar of the parts; its text says the same for those who do not see it. */
export function ShareBar({ parts, slim = false }: { parts: readonly Part[]; slim?: boolean }) {
  const { t } = useTranslation();
  const text = parts
    .filter((part) => part.amount_fen > 0)
    .map((part) => `${labelOf(part, t("party.household"))} ¥${moneyText(part.amount_fen)}`)
    .join(t("list.comma"));
  return (
    <span className={slim ? "bar bar-slim" : "bar"} role="img" aria-label={text} title={text}>
      {parts.map((part) => (
        <span
          key={part.party}
          style={{ flexGrow: Math.max(0, part.amount_fen), background: COLOUR[part.party] }}
        />
      ))}
    </span>
  );
}

/** The parts with their colours, names and amounts. */
export function ShareLegend({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation();
  return (
    <ul className="legend">
      {parts.map((part) => (
        <li key={part.party} className={part.amount_fen === 0 ? "legend-nil" : undefined}>
          <i style={{ background: COLOUR[part.party] }} aria-hidden="true" />
          <span>{labelOf(part, t("party.household"))}</span>
          <b>
            <Money fen={part.amount_fen} />
          </b>
        </li>
      ))}
    </ul>
  );
}

function labelOf(part: Part, household: string): string {
  return part.label || household;
}
