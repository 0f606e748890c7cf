/**
 * How the private text of a transaction is written. The first form is JSON, a line for each row. The second is
 * what PostgreSQL sends of a row to a client that reads binary: the number of columns, and of each its type, its
 * length and its bytes; nothing has to be escaped, and it costs half. A block says which form its leaves have.
 *
 * @source postgresql.org/docs/18/protocol-overview.html, "Formats and Format Codes"; record_send in rowtypes.c
 */

/** SQL of one form. */
export interface Form {
  /** A row of columns. */
  row: (columns: readonly string[]) => string;
  /** An aggregate over rows. */
  joined: (row: string, order: string) => string;
  /** What stands for no rows. */
  nothing: string;
  /** Rows that follow others. */
  opened: (rows: string) => string;
  /** The whole as bytes. */
  written: (salt: string, head: string, rest: string) => string;
}

const json: Form = {
  row: (columns) => `json_build_array(${columns.join(", ")})::text`,
  joined: (row, order) => `string_agg(${row}, E'\\n' order by ${order})`,
  nothing: "''",
  opened: (rows) => `E'\\n' || ${rows}`,
  written: (salt, head, rest) =>
    `convert_to(E'yigou private 1\\nsalt ' || ${salt} || E'\\n' || ${head} || E'\\n' || ${rest}, 'UTF8')`,
};

// NOTE: texts are sent in the client's encoding; every client of ours is UTF-8, as node-postgres always is.
const binary: Form = {
  row: (columns) => `record_send(row(${columns.join(", ")}))`,
  joined: (row, order) => `string_agg(${row}, '\\x'::bytea order by ${order})`,
  nothing: "'\\x'::bytea",
  opened: (rows) => rows,
  written: (salt, head, rest) =>
    `convert_to(E'yigou private 2\\nsalt ' || ${salt} || E'\\n', 'UTF8') || ${head} || ${rest}`,
};

/** The forms by the number that blocks keep. */
export const FORMS = { 1: json, 2: binary } as const;

/** The number of a form. */
export type FormName = keyof typeof FORMS;
