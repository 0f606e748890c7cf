/** Pairs that wait for a person; too little and too much are named. */
import { Badge, Button, Container, Heading, Table, Text, toast } from "@medusajs/ui";
import { useState } from "react";

import { formatFen } from "../../../contract/fen";
import { confirmProposal, type Proposal } from "./incoming";
import { messageOf } from "./message";

const bases = {
  reference: "附言一致 By reference",
  amount: "仅金额一致，请核对付款人 Amount only, check the payer",
} as const;

export function Proposals({
  proposals,
  onConfirmed,
}: {
  proposals: Proposal[];
  onConfirmed: () => void;
}) {
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        待确认配对 To confirm ({proposals.length})
      </Heading>
      {proposals.length === 0 ? (
        <Text className="px-6 py-4">没有待确认的配对 Nothing to confirm</Text>
      ) : (
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>订单 Order</Table.HeaderCell>
              <Table.HeaderCell className="text-right">应付 Due (¥)</Table.HeaderCell>
              <Table.HeaderCell>到账 Arrived</Table.HeaderCell>
              <Table.HeaderCell>比对 Comparison</Table.HeaderCell>
              <Table.HeaderCell />
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {proposals.map((proposal) => (
              <Pair key={proposal.order.order_id} proposal={proposal} onConfirmed={onConfirmed} />
            ))}
          </Table.Body>
        </Table>
      )}
    </Container>
  );
}

function Pair({ proposal, onConfirmed }: { proposal: Proposal; onConfirmed: () => void }) {
  const { order, rows, basis } = proposal;
  const [busy, setBusy] = useState(false);
  const confirm = () => {
    setBusy(true);
    confirmProposal(proposal)
      .then(onConfirmed, (error: unknown) => toast.error(messageOf(error)))
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Table.Row>
      <Table.Cell>
        #{order.display_id} {order.payer}
        <Text size="small" className="text-ui-fg-subtle">
          {order.reference}
        </Text>
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">{formatFen(order.due_fen)}</Table.Cell>
      <Table.Cell className="py-2">
        {rows.map((row) => (
          <Text key={row.id} size="small">
            {row.booked_on} ¥{formatFen(row.left_fen)} {row.payer_masked} {row.remark}
          </Text>
        ))}
      </Table.Cell>
      <Table.Cell className="py-2">
        <Standing proposal={proposal} />
        <Text size="small" className="text-ui-fg-subtle">
          {bases[basis]}
        </Text>
      </Table.Cell>
      <Table.Cell>
        <Button
          size="small"
          isLoading={busy}
          disabled={proposal.standing === "partial"}
          onClick={confirm}
        >
          确认到账 Confirm
        </Button>
      </Table.Cell>
    </Table.Row>
  );
}

function Standing({ proposal: { standing, difference_fen } }: { proposal: Proposal }) {
  const amount = formatFen(Math.abs(difference_fen));
  switch (standing) {
    case "exact":
      return <Badge color="green">金额一致 Exact</Badge>;
    case "partial":
      return (
        <Badge color="orange">
          少付 ¥{amount} Missing ¥{amount}
        </Badge>
      );
    case "over":
      return (
        <Badge color="blue">
          多付 ¥{amount} Over by ¥{amount}
        </Badge>
      );
  }
}
