/** A look at the past: the instant, by what it is taken, and a banner that says so. */
import { Button, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../lib/address-state";

const MODES = ["happened", "known"] as const;
type Mode = (typeof MODES)[number];

/** What the address says of the past. */
export interface PastState {
  /** "2026-11-22T08:00" in Beijing time. */
  at: string | undefined;
  mode: Mode;
  /** For the backend; empty for the present. */
  query: { as_of?: string; known_at?: string };
}

/** Reads the past from the address; what is no instant is the present. */
export function usePast(): PastState {
  const { get } = useAddressState();
  const asked = get("at");
  const at =
    asked !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(asked) ? asked : undefined;
  const mode = get("by") === "known" ? "known" : "happened";
  if (at === undefined) return { at, mode, query: {} };
  const instant = `${at}:00+08:00`;
  return { at, mode, query: mode === "known" ? { known_at: instant } : { as_of: instant } };
}

/** The field; it changes the address. */
export function AsOf() {
  const { t } = useTranslation();
  const { change } = useAddressState();
  const { at, mode } = usePast();
  return (
    <span className="as-of no-print" role="group" aria-label={t("past.asOf")}>
      <span>{t("past.asOf")}</span>
      <Input
        type="datetime-local"
        aria-label={t("past.label")}
        value={at ?? ""}
        onChange={(event) => {
          change({ at: event.target.value.slice(0, 16), by: mode === "known" ? mode : undefined });
        }}
      />
      {at !== undefined && (
        <Segmented
          size="small"
          aria-label={t("past.mode")}
          value={mode}
          options={MODES.map((one) => ({ value: one, label: t(`past.${one}`) }))}
          onChange={(next) => {
            change({ by: next === "known" ? next : undefined });
          }}
        />
      )}
    </span>
  );
}

/** Shown while one looks at the past, on paper too. */
export function PastBanner() {
  const { t } = useTranslation();
  const { change } = useAddressState();
  const { at, mode } = usePast();
  if (at === undefined) return null;
  const text = t(mode === "known" ? "past.bannerKnown" : "past.bannerHappened", {
    at: at.replace("T", " "),
  });
  return (
    <div className="past-banner" role="status">
      <b>{text}</b>
      <Button
        size="small"
        className="no-print"
        onClick={() => {
          change({ at: undefined, by: undefined });
        }}
      >
        {t("past.back")}
      </Button>
    </div>
  );
}
