/** Files of banks, as a person uploads them. */

/** An upload of a table. */
export function tableForm(
  content: string | Uint8Array<ArrayBuffer>,
  name = "statement.csv",
): FormData {
  const form = new FormData();
  form.set("file", new Blob([content]), name);
  return form;
}
