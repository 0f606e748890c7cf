/** The four states of everything that is read: loading, refused, empty, full. */
import type { UseQueryResult } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { asRefused } from "../lib/refused";

import { RefusalNote } from "./refusal-note";

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  /** Says what an empty list means; omit where there is always something. */
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  /** How many lines the waiting form has. */
  lines?: number;
  children: (data: Data) => ReactNode;
}

/** Shows what a read has come to. */
export function Loaded<Data>({ query, isEmpty, empty, lines = 6, children }: LoadedProps<Data>) {
  const { t } = useTranslation();
  if (query.data !== undefined) {
    if (isEmpty?.(query.data)) return <>{empty}</>;
    return (
      <div className={query.isPlaceholderData ? "refreshing" : undefined}>
        {children(query.data)}
      </div>
    );
  }
  if (query.error) {
    return (
      <RefusalNote
        refused={asRefused(query.error)}
        action={<Button onClick={() => void query.refetch()}>{t("action.retry")}</Button>}
      />
    );
  }
  return (
    <div className="waiting" role="status" aria-label={t("state.loading")}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}

/** An empty list, told in words, with what one can do about it. */
export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <div className="empty" role="status">
      <svg viewBox="0 0 120 60" aria-hidden="true">
        <path d="M6 52h108M20 52c0-14 6-22 14-26M34 52c0-18-4-26-12-32M60 52V22M60 34c8-2 13-8 14-17-9 2-14 8-14 17zM60 42c-8-2-13-8-14-17 9 2 14 8 14 17zM92 52c0-12 4-18 10-22M92 52c0-16-3-22-9-27" />
      </svg>
      <b>{title}</b>
      {hint !== undefined && <p>{hint}</p>}
      {action}
    </div>
  );
}

interface EmptyProps {
  title: string;
  hint?: string;
  action?: ReactNode;
}
