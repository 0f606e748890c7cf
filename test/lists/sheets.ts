/** Excel files as spreadsheet programs write them: texts, numbers, days. */
import writeExcel from "write-excel-file/node";

/** A cell; an empty one is null. */
export type SheetCell = string | number | Date | null;

/** An Excel file of these rows; a day is a cell of its own kind, not a text. */
export async function xlsxOf(rows: readonly (readonly SheetCell[])[]): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      if (value instanceof Date) return { type: Date, value, format: "yyyy-mm-dd" };
      if (typeof value === "number") return { type: Number, value };
      return { type: String, value };
    }),
  );
  return writeExcel(cells).toBuffer();
}

/** A multipart body with an Excel file. */
export function sheetForm(content: Buffer, name = "table.xlsx"): FormData {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(content)], { type }), name);
  return form;
}
