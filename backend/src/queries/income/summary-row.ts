/** A row of an income summary as the database answers it. */
import { z } from "zod";

import { summaryRowSchema, type SummaryRow } from "../../contract/income";

const whole = z.coerce.number().int();

/** What a row is read with; `whole` is 1 for the total over all rows. */
export const summaryDatabaseRow = summaryRowSchema.extend({
  key: z.string().nullable(),
  label: z.string().nullable(),
  whole,
  households: whole,
  credits: whole,
  expected_fen: whole,
  earned_fen: whole,
  settled_fen: whole,
  paid_fen: whole,
  confirmed_fen: whole,
  reversed_fen: whole,
  uncounted_fen: whole,
});

type Found = z.infer<typeof summaryDatabaseRow>;

/** Rows and total of a summary. */
export function summaryOf(found: readonly Found[]): {
  grade: "measured";
  rows: SummaryRow[];
  total: SummaryRow;
} {
  const total = found.find((row) => row.whole === 1);
  return {
    grade: "measured",
    rows: found.filter((row) => row.whole === 0).map(plain),
    total: total ? { ...plain(total), key: "total", label: "" } : EMPTY,
  };
}

function plain({ key, label, ...row }: Found): SummaryRow {
  return summaryRowSchema.parse({ ...row, key: key ?? "", label: label ?? key ?? "" });
}

const EMPTY: SummaryRow = {
  key: "total",
  label: "",
  households: 0,
  credits: 0,
  expected_fen: 0,
  earned_fen: 0,
  settled_fen: 0,
  paid_fen: 0,
  confirmed_fen: 0,
  reversed_fen: 0,
  uncounted_fen: 0,
};

// The children of a county are its townships, those of a township its villages.
const CHILD_DIGITS = [2, 4, 6, 9, 12] as const;

/** How many digits the children of a prefix have. */
export function childDigits(prefix: string): number {
  return CHILD_DIGITS.find((digits) => digits > prefix.length) ?? 12;
}
