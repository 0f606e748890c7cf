/** The entries of a statement, one page of them. */
import { Table, Text } from "@medusajs/ui";

import type { Entry } from "../../../contract/statement";
import { wordOf, Yuan } from "../../lib/shown";

/** The book. */
export function Book({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) {
    return <Text className="px-6 py-4">这段时间没有明细 No entries in this span</Text>;
  }
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>流水号 No.</Table.HeaderCell>
            <Table.HeaderCell>日期 Day</Table.HeaderCell>
            <Table.HeaderCell>摘要 What</Table.HeaderCell>
            <Table.HeaderCell className="text-right">变动 Change (¥)</Table.HeaderCell>
            <Table.HeaderCell className="text-right">结转 Moved (¥)</Table.HeaderCell>
            <Table.HeaderCell className="text-right">余额 Balance (¥)</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {entries.map((entry, at) => (
            <Table.Row key={`${entry.seq.toString()}.${at.toString()}`}>
              <Table.Cell>{entry.seq}</Table.Cell>
              <Table.Cell className="whitespace-nowrap">
                {new Date(entry.occurred_at).toLocaleDateString("zh-CN")}
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap">
                {[wordOf(entry.kind), entry.account && wordOf(entry.account), entry.goods]
                  .filter(Boolean)
                  .join(" · ")}
                {entry.order_display_id === null ? "" : ` #${entry.order_display_id.toString()}`}
              </Table.Cell>
              <Table.Cell className="text-right">
                <Yuan fen={entry.amount_fen} />
              </Table.Cell>
              <Table.Cell className="text-right">
                <Yuan fen={entry.moved_fen} />
              </Table.Cell>
              <Table.Cell className="text-right">
                {entry.balance_fen !== null && <Yuan fen={entry.balance_fen} />}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
