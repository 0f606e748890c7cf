/** Reads a list of recipients: typed lines or the rows of a table. Pure. */
import { addressSchema, type Address } from "../../contract/address";
import { MOST_RECIPIENTS, type GiftListError } from "../../contract/gift";

const FIELDS = ["name", "phone", "province", "city", "county", "street"] as const;
type Field = (typeof FIELDS)[number];

const HEADINGS: Record<string, Field> = {
  收件人: "name",
  收货人: "name",
  姓名: "name",
  name: "name",
  recipient: "name",
  电话: "phone",
  手机: "phone",
  手机号: "phone",
  phone: "phone",
  省: "province",
  省份: "province",
  province: "province",
  市: "city",
  城市: "city",
  city: "city",
  区县: "county",
  县: "county",
  区: "county",
  county: "county",
  district: "county",
  详细地址: "street",
  地址: "street",
  street: "street",
  address: "street",
};

const REASONS: Record<Field, readonly [zh: string, en: string]> = {
  name: ["只能用文字、数字和姓名里的符号，最多 60 字", "letters and name marks only, at most 60"],
  phone: ["须为 6 至 20 位电话号码", "a phone number of 6 to 20 digits"],
  province: ["只能用文字，最多 60 字", "letters only, at most 60"],
  city: ["只能用文字，最多 60 字", "letters only, at most 60"],
  county: ["只能用文字，最多 60 字", "letters only, at most 60"],
  street: ["不能有表情符号，最多 200 字", "no emoji, at most 200 characters"],
};

/** Cells of typed lines: commas of both kinds, semicolons, tabs. */
export function rowsOfText(text: string): string[][] {
  return text.split(/\r?\n/).map((line) => line.split(/[,，;；\t|]/).map((cell) => cell.trim()));
}

/**
 * Reads a list.
 *
 * @param rows texts; with a heading in any order of columns, or without one as name, phone, province,
 *   city, county, street
 * @returns every recipient, or every error by row and field; never recipients beside errors
 */
export function readGiftList(rows: readonly (readonly string[])[]): {
  recipients: Address[];
  errors: GiftListError[];
  text: string;
} {
  const filled = rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const columns = headingOf(filled[0]?.cells ?? []);
  const body = columns ? filled.slice(1) : filled;
  const order: readonly (Field | undefined)[] = columns ?? FIELDS;
  const texts = body.map(({ row, cells }) => ({ row, values: valuesOf(cells, order) }));
  const text = textOfList(texts.map(({ values }) => values));
  const missing = columns ? FIELDS.filter((field) => !columns.includes(field)) : [];
  if (missing.length > 0) {
    const errors = missing.map((field) =>
      wrong(filled[0]?.row ?? 1, field, ["缺少这一列", "this column is missing"]),
    );
    return { recipients: [], errors, text };
  }
  const errors: GiftListError[] = [];
  if (body.length === 0) errors.push(wrong(1, "name", ["名单是空的", "the list is empty"]));
  if (body.length > MOST_RECIPIENTS) {
    const most = String(MOST_RECIPIENTS);
    errors.push(
      wrong(body[MOST_RECIPIENTS]?.row ?? 1, "name", [
        `一次最多 ${most} 位收件人`,
        `at most ${most} recipients`,
      ]),
    );
  }
  const recipients = texts.flatMap(({ row, values }) => {
    const found = errorsOf(row, values);
    errors.push(...found);
    const read = addressSchema.safeParse(values);
    return read.success ? [read.data] : [];
  });
  return errors.length > 0 ? { recipients: [], errors, text } : { recipients, errors, text };
}

/** A list as somebody would type it: one recipient a line. */
export function textOfList(people: readonly Readonly<Record<Field, string>>[]): string {
  return people.map((values) => FIELDS.map((field) => values[field]).join("，")).join("\n");
}

function headingOf(cells: readonly string[]): (Field | undefined)[] | null {
  const columns = cells.map((cell) => HEADINGS[cell.toLowerCase().replace(/[\s（）()*_]/g, "")]);
  return columns.some((field) => field !== undefined) ? columns : null;
}

function valuesOf(
  cells: readonly string[],
  order: readonly (Field | undefined)[],
): Record<Field, string> {
  const values = { name: "", phone: "", province: "", city: "", county: "", street: "" };
  for (const [at, field] of order.entries()) if (field) values[field] = cells[at] ?? "";
  // A typed street may hold commas of its own.
  if (order === FIELDS)
    values.street = cells
      .slice(FIELDS.length - 1)
      .join(" ")
      .trim();
  return values;
}

function errorsOf(row: number, values: Record<Field, string>): GiftListError[] {
  return FIELDS.flatMap((field) => {
    if (values[field] === "") return [wrong(row, field, ["没有填", "is missing"])];
    const ok = addressSchema.shape[field].safeParse(values[field]).success;
    return ok ? [] : [wrong(row, field, REASONS[field])];
  });
}

function wrong(
  row: number,
  field: Field,
  [reason_zh, reason]: readonly [zh: string, en: string],
): GiftListError {
  return { row, field, reason, reason_zh };
}
