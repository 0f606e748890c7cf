/** What happened to the members of a household, the newest first. */
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { dayOf } from "../../lib/days";
import { Tag } from "../../ui/tag";

import type { Membership } from "./members";

type Event = Membership["events"][number];

/** Folded away until somebody wants to know. */
export function MemberHistory({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation();
  if (events.length === 0) return <p className="sub">{t("kin.noHistory")}</p>;
  return (
    <details className="no-print" style={{ marginTop: 12 }}>
      <summary>
        {t("kin.history")} ({events.length})
      </summary>
      <ul className="plain-list">
        {events.map((event) => (
          <One key={event.id} event={event} />
        ))}
      </ul>
    </details>
  );
}

function One({ event }: { event: Event }) {
  const { t } = useTranslation();
  const { kind, name, on, reason, note, changes } = event;
  return (
    <li>
      <Tag tone={kind === "left" ? "plain" : "done"}>{t(`kin.by_${kind}`)}</Tag>
      <b>{name}</b>
      <span>{on}</span>
      <span>{useReason(kind, reason)}</span>
      {note !== null && <span className="sub">{note}</span>}
      {changes.map((change) => (
        <Change key={`${change.name}${change.field}`} change={change} />
      ))}
      <span className="sub">
        {t("kin.by", { name: event.recorded_by, day: dayOf(event.recorded_at) })}
      </span>
    </li>
  );
}

function Change({ change }: { change: Event["changes"][number] }) {
  const { t } = useTranslation();
  const { name, field } = change;
  const values = { before: useValue(field, change.before), after: useValue(field, change.after) };
  const what = hasWord("memberField", field) ? t(`kin.field.${field}`) : field;
  return <span className="sub">{t("kin.changed", { name, field: what, ...values })}</span>;
}

function useReason(kind: Event["kind"], reason: string): string {
  const { t } = useTranslation();
  if (kind === "joined" && hasWord("joinBy", reason)) return t(`kin.joinBy.${reason}`);
  if (kind === "left" && hasWord("leaveBy", reason)) return t(`kin.leaveBy.${reason}`);
  return reason;
}

function useValue(field: string, value: string | null): string {
  const { t } = useTranslation();
  if (value === null) return t("kin.nothing");
  if (field === "relation" && hasWord("relation", value)) return t(`relation.${value}`);
  if (field === "left_reason" && hasWord("leaveBy", value)) return t(`kin.leaveBy.${value}`);
  return value;
}
