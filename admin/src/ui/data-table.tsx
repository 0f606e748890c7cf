/** A dense, printable table that becomes a stack of cards on a phone. */
import { Fragment } from "react";
import type { MouseEvent, ReactNode } from "react";
import { Link, useNavigate } from "react-router";

/** One column. */
export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  end?: boolean;
  /** Heads the card on a phone. */
  lead?: boolean;
  /** Takes a line of its own on the card, without its title. */
  wide?: boolean;
  /** Takes a line of its own on the card, with its title. */
  line?: boolean;
  /** Shown in the row below the last one. */
  foot?: ReactNode;
}

/** What a table is told. */
export interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads; its lead cell is the link. */
  rowTo?: (row: Row) => string | undefined;
  /** A line of its own below a row, over the whole width. */
  below?: (row: Row) => ReactNode;
}

/** The table. Roles are written out because the card form changes `display`, which drops them. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey } = props;
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    <table className="table" role="table" aria-label={caption}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={endClass(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <BodyRow key={rowKey(row)} row={row} {...props} />
        ))}
      </tbody>
      {hasFoot && (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <td
                key={column.key}
                role="cell"
                className={classesOf(column)}
                data-label={column.foot === undefined ? undefined : column.title}
              >
                {column.foot}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function BodyRow<Row>({ row, columns, rowTo, below }: DataTableProps<Row> & { row: Row }) {
  const navigate = useNavigate();
  const to = rowTo?.(row);
  const extra = below?.(row);
  // The whole row answers to a mouse; a keyboard uses the link in the lead cell.
  const open = (event: MouseEvent) => {
    const onControl = event.target instanceof Element && event.target.closest("a,button,input");
    if (to && !onControl) void navigate(to);
  };
  return (
    <Fragment>
      <tr role="row" className={to ? "row-open" : undefined} onClick={open}>
        {columns.map((column) => (
          <td key={column.key} role="cell" data-label={column.title} className={classesOf(column)}>
            {column.lead && to ? <Link to={to}>{column.cell(row)}</Link> : column.cell(row)}
          </td>
        ))}
      </tr>
      {extra !== undefined && extra !== null && (
        <tr role="row" className="row-below">
          <td role="cell" colSpan={columns.length}>
            {extra}
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function classesOf<Row>(column: Column<Row>): string | undefined {
  const { end, lead, wide, line } = column;
  const classes = [end && "end", lead && "lead", wide && "wide", line && "line"].filter(Boolean);
  return classes.length > 0 ? classes.join(" ") : undefined;
}

function endClass<Row>(column: Column<Row>): string | undefined {
  return column.end ? "end" : undefined;
}
