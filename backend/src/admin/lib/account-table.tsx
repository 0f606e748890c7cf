/** Accounts over a span: what each had, took in, gave back and holds. */
import { Table } from "@medusajs/ui";

import type { AccountLine } from "../../contract/statement";
import { LINK } from "./link";
import { wordOf, Yuan } from "./shown";

const FIGURES = [
  ["opening_fen", "期初 Opening"],
  ["in_fen", "记入 In"],
  ["moved_fen", "结转 Moved"],
  ["out_fen", "冲减 Out"],
  ["closing_fen", "期末 Closing"],
] as const;

interface AccountTableProps<Line extends AccountLine> {
  accounts: readonly Line[];
  /** Where a line leads. */
  onOpen?: (line: Line) => void;
}

/** The table; it scrolls sideways where the screen is narrow. */
export function AccountTable<Line extends AccountLine>(props: AccountTableProps<Line>) {
  const { accounts, onOpen } = props;
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>科目 Account</Table.HeaderCell>
            {FIGURES.map(([key, name]) => (
              <Table.HeaderCell key={key} className="whitespace-nowrap text-right">
                {name} (¥)
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {accounts.map((line) => (
            <Table.Row key={`${line.kind}:${line.state ?? ""}`}>
              <Table.Cell className="whitespace-nowrap">
                <AccountName line={line} onOpen={onOpen} />
              </Table.Cell>
              {FIGURES.map(([key]) => (
                <Table.Cell key={key} className="text-right">
                  <Yuan fen={line[key]} />
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

interface AccountNameProps<Line> {
  line: Line;
  onOpen: ((line: Line) => void) | undefined;
}

function AccountName<Line extends AccountLine>({ line, onOpen }: AccountNameProps<Line>) {
  const name = [wordOf(line.kind), line.state && wordOf(line.state)].filter(Boolean).join(" · ");
  if (!onOpen) return <>{name}</>;
  return (
    <button
      type="button"
      className={LINK}
      onClick={() => {
        onOpen(line);
      }}
    >
      {name}
    </button>
  );
}
