/** One transaction with all its legs, its voucher and the block that proves it. */
import { Drawer, Table, Text } from "@medusajs/ui";

import type { Reply } from "../../../contract/routes";
import { LINK } from "../../lib/link";
import { Read, wordOf, Yuan } from "../../lib/shown";
import { useAnswer } from "../../lib/use-answer";

type Proof = Reply<"GET /admin/transactions/:seq">;

interface EvidenceProps {
  seq: number;
  onClose: () => void;
}

/** The drawer. */
export function Evidence({ seq, onClose }: EvidenceProps) {
  const answer = useAnswer("GET /admin/transactions/:seq", { params: { seq: seq.toString() } });
  return (
    <Drawer
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>
            凭证 {seq} 号 Transaction {seq}
          </Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <Read answer={answer} isEmpty={() => false} empty="">
            {(proof) => (
              <>
                <Facts proof={proof} />
                <Legs proof={proof} />
              </>
            )}
          </Read>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  );
}

function Facts({ proof: { transaction, voucher, block } }: { proof: Proof }) {
  const { order_id, order_display_id } = transaction;
  const facts: readonly (readonly [string, string | null])[] = [
    ["事由 Kind", wordOf(transaction.kind)],
    ["原因 Cause", transaction.cause && wordOf(transaction.cause)],
    ["发生时间 Happened", new Date(transaction.occurred_at).toLocaleString("zh-CN")],
    ["记账月 Month", transaction.period],
    ["更正的已结账月份 Corrects", transaction.corrects],
    ["冲销的流水号 Reverses", transaction.reverses_seq?.toString() ?? null],
    ["被冲销 Reversed by", transaction.reversed_by.join(", ") || null],
    ["订单 Order", order_display_id === null ? null : `#${order_display_id.toString()}`],
    ["打款凭证 Voucher", voucher && `${voucher.bank} ${voucher.reference} ${voucher.paid_on}`],
    ["存证块 Block", block === null ? "等待存证 Waits to be sealed" : block.toString()],
  ];
  return (
    <div className="flex flex-col gap-2 px-6 py-4">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name} className="flex justify-between gap-4">
              <Text size="small" className="text-ui-fg-subtle">
                {name}
              </Text>
              <Text size="small" className="text-right">
                {value}
              </Text>
            </div>
          ),
      )}
      {order_id !== null && (
        <a
          className={`${LINK} text-right text-sm`}
          href={`/app/statements?subject=order&id=${encodeURIComponent(order_id)}`}
        >
          看订单全部账 The order's statement
        </a>
      )}
    </div>
  );
}

function Legs({ proof: { legs, more_legs } }: { proof: Proof }) {
  return (
    <>
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>科目 Account</Table.HeaderCell>
              <Table.HeaderCell className="text-right">金额 Amount (¥)</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {legs.map((leg) => (
              <Table.Row key={leg.leg}>
                <Table.Cell>
                  {[wordOf(leg.account), leg.state && wordOf(leg.state), leg.owner, leg.goods]
                    .filter(Boolean)
                    .join(" · ")}
                </Table.Cell>
                <Table.Cell className="text-right">
                  <Yuan fen={leg.amount_fen} />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {more_legs > 0 && (
        <Text size="small" className="px-6 py-3">
          另有 {more_legs} 条 {more_legs} more legs
        </Text>
      )}
    </>
  );
}
