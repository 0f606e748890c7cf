/** Refusals of statements. */

/** Status and sentences, Chinese and English. */
export const statementRefusals = {
  statement_too_long: [
    409,
    "明细太多，请缩短时间段，或改用 PDF",
    "Too many entries, choose a shorter span or the PDF",
  ],
} as const;
