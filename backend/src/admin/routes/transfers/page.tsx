/** Bank transfers that orders wait for: the operator confirms what the bank shows. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { CurrencyDollar } from "@medusajs/icons";
import { Button, Container, Heading, Input, Table, Text, toast } from "@medusajs/ui";
import { useState } from "react";

import { yuanToFen } from "../../../contract/fen";
import type { Reply } from "../../../contract/routes";
import { ask, messageOf } from "../../lib/ask";
import { Read, Yuan } from "../../lib/shown";
import { useAnswer } from "../../lib/use-answer";

type Transfer = Reply<"GET /admin/transfers">["transfers"][number];

export default function TransfersPage() {
  const answer = useAnswer("GET /admin/transfers", { query: { limit: 100 } });
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>待确认转账 Transfers awaited</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          核对银行到账金额与附言后确认；确认后才计入农户收入。Confirm what the bank shows; income is
          credited only then.
        </Text>
      </div>
      <Read
        answer={answer}
        isEmpty={({ transfers }) => transfers.length === 0}
        empty="没有待确认的转账 No transfer is awaited"
      >
        {({ transfers }) => <Transfers transfers={transfers} onConfirmed={answer.reload} />}
      </Read>
    </Container>
  );
}

function Transfers({ transfers, onConfirmed }: { transfers: Transfer[]; onConfirmed: () => void }) {
  return (
    <div className="overflow-x-auto">
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
    </div>
  );
}

function TransferRow({ transfer, onConfirmed }: { transfer: Transfer; onConfirmed: () => void }) {
  const [amount, setAmount] = useState("");
  const [reference, setReference] = useState("");
  const [busy, setBusy] = useState(false);
  const confirm = () => {
    setBusy(true);
    confirmTransfer(transfer.order_id, amount, reference)
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
      <Table.Cell className="text-right">
        <Yuan fen={transfer.amount_fen} />
      </Table.Cell>
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

/** Sends what the bank shows; an amount that cannot be read is refused like any other. */
async function confirmTransfer(id: string, amount: string, reference: string): Promise<void> {
  const body = { amount_fen: yuanToFen(amount.trim()), bank_reference: reference.trim() };
  await ask("POST /admin/transfers/:id/confirm", { params: { id }, body });
}

export const config = defineRouteConfig({ label: "转账 Transfers", icon: CurrencyDollar });
