/** A statement in the form that was asked for: a page of figures for a screen, or a whole file. */
import type { Readable } from "node:stream";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { z } from "zod";

import type { Statement, StatementQuery, statementPageSchema } from "../../contract/statement";
import { asPdf } from "../../papers/as-pdf";
import { asXlsx, XLSX_MOST_ROWS } from "../../papers/as-xlsx";
import { refuse } from "../../refuse";
import { countEntries, readPage, streamEntries, type Book } from "./book";
import { spanOf, type Span } from "./span";
import { toPaper } from "./to-paper";

type Page = z.input<typeof statementPageSchema>;
type Read = (trx: Knex.Transaction, span: Span) => Promise<{ statement: Statement; book: Book }>;

/** A statement as a file. */
export interface StatementFile {
  /** Without personal data: what and which months. */
  name: string;
  kind: "pdf" | "xlsx";
  content: Buffer | Readable;
}

/** What opening a statement needs beside whose it is. */
export interface Opening {
  query: StatementQuery;
  /** Who reads; stands on every page. */
  by: string;
  now: Date;
}

/**
 * Opens a statement. All figures come from one view of the ledger.
 *
 * @param read how this subject's statement is read
 * @returns a page for a screen, or a file
 * @throws refusal `statement_too_long` when it does not fit into a spreadsheet
 */
export async function openStatement(
  scope: MedusaContainer,
  { query, by, now }: Opening,
  read: Read,
): Promise<{ page: Page } | { file: StatementFile }> {
  const pg = scope.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION);
  const trx = await pg.transaction({ isolationLevel: "repeatable read", readOnly: true });
  let isHandedOn = false;
  try {
    const { statement, book } = await read(trx, spanOf(query, now));
    if (query.form === "json") {
      return { page: { statement, ...(await readPage(trx, book, query)) } };
    }
    const count = await countEntries(trx, book);
    const taken = { by, at: momentText(now) };
    const name = nameOf(statement);
    const paper = toPaper(statement, streamEntries(trx, book), count, taken);
    if (query.form === "xlsx") {
      if (paper.lines > XLSX_MOST_ROWS) throw refuse("statement_too_long", { lines: paper.lines });
      return { file: { name, kind: "xlsx", content: await asXlsx(paper) } };
    }
    const content = await asPdf(paper);
    isHandedOn = true;
    // The view of the ledger lasts as long as the paper is written, or wanted.
    content.once("close", () => void trx.rollback());
    return { file: { name, kind: "pdf", content } };
  } finally {
    if (!isHandedOn) await trx.rollback();
  }
}

const names: Record<Statement["subject"], string> = {
  household: "农户收入明白卡",
  cooperative: "合作社对账单",
  party: "往来方对账单",
  order: "订单资金明细",
};

function nameOf({ subject, code, id, from, to, name }: Statement): string {
  const which = subject === "order" ? name.replace("#", "") : (code ?? id.replaceAll(":", "-"));
  return [names[subject], which, from, to].join("-");
}

const MOMENT = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** An instant in Asia/Shanghai, to the minute. */
function momentText(now: Date): string {
  return MOMENT.format(now);
}
