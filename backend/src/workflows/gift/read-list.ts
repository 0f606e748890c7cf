/** Reads a list of recipients that somebody typed or brought as a table. Keeps nothing. */
import { readGiftList, rowsOfText } from "../../modules/gift";
import type { Reply } from "../../contract/routes";
import { readSheet } from "../file/read-sheet";

/** More rows than this are no list of ours; the reading itself tells of the fifty-first. */
const MOST_ROWS = 500;

/** A table: CSV or Excel. @throws refusal `table_unreadable`, `table_too_long` */
export async function listOfTable(bytes: Buffer): Promise<Reply<"POST /store/gift-lists">> {
  return readGiftList(await readSheet(bytes, MOST_ROWS));
}

/** Typed lines. */
export function listOfText(text: string): Reply<"POST /store/gift-lists"> {
  return readGiftList(rowsOfText(text));
}
