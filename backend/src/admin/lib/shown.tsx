/** What the operator's pages show alike: amounts, words in both languages, the states of a read, pages. */
import { Button, Text } from "@medusajs/ui";
import type { ReactNode } from "react";

import { formatFen } from "../../contract/fen";
import { ledgerWords } from "../../contract/ledger-words";
import type { Answer } from "./use-answer";

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** Whole fen as grouped yuan: "214,806.35". */
export function yuan(fen: number): string {
  const [whole = "0", cents = "00"] = formatFen(Math.abs(fen)).split(".");
  return `${fen < 0 ? "−" : ""}${whole.replace(GROUPS, ",")}.${cents}`;
}

/** An amount in a column of figures. */
export function Yuan({ fen }: { fen: number }) {
  return <span className="whitespace-nowrap tabular-nums">{yuan(fen)}</span>;
}

/** A word of the ledger in both languages; an unknown code stands for itself. */
export function wordOf(code: string): string {
  const word = ledgerWords[code];
  return word ? `${word.zh} ${word.en}` : code;
}

interface ReadProps<T> {
  answer: Answer<T>;
  isEmpty: (data: T) => boolean;
  empty: string;
  children: (data: T) => ReactNode;
}

/** Loading, refused, empty or full. */
export function Read<T>({ answer, isEmpty, empty, children }: ReadProps<T>) {
  if (answer.error !== null) {
    return (
      <div className="flex items-center gap-4 px-6 py-4" role="alert">
        <Text className="text-ui-fg-error">{answer.error}</Text>
        <Button size="small" variant="secondary" onClick={answer.reload}>
          再试一次 Retry
        </Button>
      </div>
    );
  }
  if (answer.data === null) return <Text className="px-6 py-4">读取中 Loading…</Text>;
  if (isEmpty(answer.data)) return <Text className="px-6 py-4">{empty}</Text>;
  return <>{children(answer.data)}</>;
}

interface PagesProps {
  offset: number;
  limit: number;
  count: number;
  onTurn: (offset: number) => void;
}

/** Which rows are shown, and the way to the others. */
export function Pages({ offset, limit, count, onTurn }: PagesProps) {
  return (
    <div className="flex items-center justify-end gap-3 px-6 py-3">
      <Text size="small">
        {Math.min(count, offset + 1)}–{Math.min(count, offset + limit)} / {count}
      </Text>
      <Button
        size="small"
        variant="secondary"
        disabled={offset === 0}
        onClick={() => {
          onTurn(Math.max(0, offset - limit));
        }}
      >
        上一页 Back
      </Button>
      <Button
        size="small"
        variant="secondary"
        disabled={offset + limit >= count}
        onClick={() => {
          onTurn(offset + limit);
        }}
      >
        下一页 Next
      </Button>
    </div>
  );
}
