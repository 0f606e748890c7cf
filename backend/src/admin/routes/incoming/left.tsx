/** Money that no awaited order explains, and orders for which nothing has come. */
import { Button, Container, Heading, Input, Table, Text, toast } from "@medusajs/ui";
import { useState } from "react";

import { formatFen } from "../../../contract/fen";
import { setAside, type Incoming, type Row } from "./incoming";
import { messageOf } from "./message";

const reasons = {
  no_reference: "没有附言编号 No reference",
  unknown_reference: "编号不存在 Unknown reference",
  not_awaited: "该订单已付或已取消 Order paid or cancelled",
  rest: "多付的余额 What was paid too much",
} as const;

export function Left({
  rows,
  awaited,
  onChanged,
}: {
  rows: Row[];
  awaited: Incoming["awaited"];
  onChanged: () => void;
}) {
  return (
    <>
      <Container className="divide-y p-0">
        <Heading level="h2" className="px-6 py-4">
          对不上的到账 Arrived without an order ({rows.length})
        </Heading>
        {rows.length === 0 ? (
          <Text className="px-6 py-4">没有 None</Text>
        ) : (
          <Table>
            <Table.Body>
              {rows.map((row) => (
                <LeftRow key={row.id} row={row} onChanged={onChanged} />
              ))}
            </Table.Body>
          </Table>
        )}
      </Container>
      <Container className="divide-y p-0">
        <Heading level="h2" className="px-6 py-4">
          还没到账的订单 Orders still awaited ({awaited.length})
        </Heading>
        {awaited.length === 0 ? (
          <Text className="px-6 py-4">没有 None</Text>
        ) : (
          <Table>
            <Table.Body>
              {awaited.map((order) => (
                <Table.Row key={order.order_id}>
                  <Table.Cell>#{order.display_id}</Table.Cell>
                  <Table.Cell>{order.payer}</Table.Cell>
                  <Table.Cell>{order.reference}</Table.Cell>
                  <Table.Cell className="text-right tabular-nums">
                    ¥{formatFen(order.due_fen)}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        )}
      </Container>
    </>
  );
}

function LeftRow({ row, onChanged }: { row: Row; onChanged: () => void }) {
  const [because, setBecause] = useState("");
  const [busy, setBusy] = useState(false);
  const lay = () => {
    setBusy(true);
    setAside(row.id, because.trim())
      .then(onChanged, (error: unknown) => toast.error(messageOf(error)))
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Table.Row>
      <Table.Cell>{row.booked_on}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">¥{formatFen(row.left_fen)}</Table.Cell>
      <Table.Cell className="py-2">
        {row.payer_masked} {row.remark}
        <Text size="small" className="text-ui-fg-subtle">
          {reasons[row.why]}
        </Text>
      </Table.Cell>
      <Table.Cell>
        <form
          className="flex gap-2 py-2"
          onSubmit={(event) => {
            event.preventDefault();
            lay();
          }}
        >
          <Input
            size="small"
            aria-label="原因 Reason"
            placeholder="原因，如“已退回付款人” Reason"
            value={because}
            onChange={(event) => {
              setBecause(event.target.value);
            }}
          />
          <Button
            size="small"
            variant="secondary"
            type="submit"
            isLoading={busy}
            disabled={because.trim() === ""}
          >
            与订单无关 Set aside
          </Button>
        </form>
      </Table.Cell>
    </Table.Row>
  );
}
