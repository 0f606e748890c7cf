/** A statement at the door: a page of figures as the reply, a paper as a file. */
import type { openStatement } from "../queries/statement/open-statement";
import { FileAnswer } from "./_file-answer";

/** What the door sends for an opened statement. */
export function answerOf(opened: Awaited<ReturnType<typeof openStatement>>) {
  if ("page" in opened) return opened.page;
  const { name, kind, content } = opened.file;
  return new FileAnswer(name, kind, content);
}
