/** Bank transfers that orders wait for: the operator confirms what the bank shows. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { CurrencyDollar } from "@medusajs/icons";
import { Button, Container, Heading, Input, Table, Text, toast } from "@medusajs/ui";
import { useCallback, useEffect, useState } from "react";

import { formatFen, yuanToFen } from "../../../contract/fen";
import { readTransfers, confirmTransfer, type Transfer } from "./transfers";

export default function TransfersPage() {
  const [transfers, setTransfers] = useState<Transfer[] | null>(null);
  const reload = useCallback(() => {
    readTransfers().then(setTransfers, (error: unknown) => toast.error(messageOf(error)));
  }, []);
  useEffect(reload, [reload]);
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>待确认转账 Transfers awaited</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          核对银行到账金额与附言后确认；确认后才计入农户收入。Confirm what the bank shows; income is
          credited only then.
        </Text>
      </div>
      {transfers === null && <Text className="px-6 py-4">读取中 Loading…</Text>}
      {transfers?.length === 0 && (
        <Text className="px-6 py-4">没有待确认的转账 No transfer is awaited</Text>
      )}
      {transfers && transfers.length > 0 && (
        <Transfers transfers={transfers} onConfirmed={reload} />
      )}
    </Container>
  );
}

function Transfers({ transfers, onConfirmed }: { transfers: Transfer[]; onConfirmed: () => void }) {
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>订单 Order</Table.HeaderCell>
          <Table.HeaderCell>付款方 Payer</Table.HeaderCell>
          <Table.HeaderCell>附言 Reference</Table.HeaderCell>
          <Table.HeaderCell className="text-right">应付 Due (¥)</Table.HeaderCell>
          <Table.HeaderCell>到账 Received</Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {transfers.map((transfer) => (
          <TransferRow key={transfer.order_id} transfer={transfer} onConfirmed={onConfirmed} />
        ))}
      </Table.Body>
    </Table>
  );
}

function TransferRow({ transfer, onConfirmed }: { transfer: Transfer; onConfirmed: () => void }) {
  const [amount, setAmount] = useState("");
  const [reference, setReference] = useState("");
  const [busy, setBusy] = useState(false);
  const confirm = () => {
    setBusy(true);
    Promise.resolve()
      .then(() => confirmTransfer(transfer.order_id, yuanToFen(amount.trim()), reference.trim()))
      .then(onConfirmed, (error: unknown) => toast.error(messageOf(error)))
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Table.Row>
      <Table.Cell>#{transfer.display_id}</Table.Cell>
      <Table.Cell>{transfer.payer}</Table.Cell>
      <Table.Cell>{transfer.reference}</Table.Cell>
      <Table.Cell className="text-right">{formatFen(transfer.amount_fen)}</Table.Cell>
      <Table.Cell>
        <form
          className="flex gap-2 py-2"
          onSubmit={(event) => {
            event.preventDefault();
            confirm();
          }}
        >
          <Input
            size="small"
            aria-label="到账金额（元） Amount received in yuan"
            placeholder="0.00"
            inputMode="decimal"
            value={amount}
            onChange={(event) => {
              setAmount(event.target.value);
            }}
          />
          <Input
            size="small"
            aria-label="银行流水号 Bank reference"
            placeholder="流水号 Bank ref."
            value={reference}
            onChange={(event) => {
              setReference(event.target.value);
            }}
          />
          <Button size="small" type="submit" isLoading={busy} disabled={!amount || !reference}>
            确认 Confirm
          </Button>
        </form>
      </Table.Cell>
    </Table.Row>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "失败 Failed";
}

export const config = defineRouteConfig({ label: "转账 Transfers", icon: CurrencyDollar });
