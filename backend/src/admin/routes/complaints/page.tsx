/** Quality complaints that came to the platform: the operator decides, and that is the last word. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { ExclamationCircle } from "@medusajs/icons";
import { Badge, Container, Heading, Table, Text } from "@medusajs/ui";
import { useState } from "react";

import type { Complaint } from "../../../contract/complaint";
import { addressOf } from "../../lib/ask";
import { CARD, CELL } from "../../lib/cards";
import { LINK } from "../../lib/link";
import { Pages, Read, Yuan } from "../../lib/shown";
import { TwoWays, type Way } from "../../lib/two-ways";
import { useAnswer } from "../../lib/use-answer";
import { Decide } from "./decide";
import { parties, reasons, states } from "./words";

const PAGE = 20;

export default function ComplaintsPage() {
  const [waiting, setWaiting] = useState<Way>("1");
  const [offset, setOffset] = useState(0);
  const answer = useAnswer("GET /admin/complaints", {
    query: { waiting, limit: PAGE, offset },
  });
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>质量投诉 Quality complaints</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          合作社逾期未答复，或买家不同意其答复时，由平台裁定一次；退款按“质量问题”从该商品冲减，已打给农户的不追回。What
          the cooperative left unanswered, or the buyer disagrees with, is decided here once; a
          refund counts as quality and is taken from that line, never from what households have been
          paid.
        </Text>
        <TwoWays
          chosen={waiting}
          waiting="待裁定 To decide"
          onChoose={(way) => {
            setWaiting(way);
            setOffset(0);
          }}
        />
      </div>
      <Read
        answer={answer}
        isEmpty={({ complaints }) => complaints.length === 0}
        empty={
          waiting === "1" ? "没有待裁定的投诉 Nothing to decide" : "还没有投诉 No complaints yet"
        }
      >
        {({ complaints, count }) => (
          <>
            <List complaints={complaints} onDecided={answer.reload} />
            <Pages offset={offset} limit={PAGE} count={count} onTurn={setOffset} />
          </>
        )}
      </Read>
    </Container>
  );
}

interface ListProps {
  complaints: readonly Complaint[];
  onDecided: () => void;
}

function List({ complaints, onDecided }: ListProps) {
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header className="max-md:hidden">
          <Table.Row>
            <Table.HeaderCell>期限 Deadline</Table.HeaderCell>
            <Table.HeaderCell>商品与问题 Goods</Table.HeaderCell>
            <Table.HeaderCell>经过 What happened</Table.HeaderCell>
            <Table.HeaderCell className="whitespace-nowrap text-right">
              希望退 Wish (¥)
            </Table.HeaderCell>
            <Table.HeaderCell>裁定 Decision</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {complaints.map((complaint) => (
            <Table.Row key={complaint.id} className={CARD}>
              <Table.Cell className={`${CELL} whitespace-nowrap`}>
                {complaint.due_at ? new Date(complaint.due_at).toLocaleString("zh-CN") : "—"}
              </Table.Cell>
              <Table.Cell className={`${CELL} min-w-56`}>
                <Goods complaint={complaint} />
              </Table.Cell>
              <Table.Cell className={`${CELL} min-w-64`}>
                <Story complaint={complaint} />
              </Table.Cell>
              <Table.Cell className={`${CELL} md:text-right`}>
                <span className="md:hidden">希望退 Wish ¥</span>
                <Yuan fen={complaint.wish_fen} />
              </Table.Cell>
              <Table.Cell className={`${CELL} min-w-80`}>
                {complaint.state === "escalated" ? (
                  <Decide complaint={complaint} onDecided={onDecided} />
                ) : (
                  <Badge>{states[complaint.state]}</Badge>
                )}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function Goods({ complaint }: { complaint: Complaint }) {
  const { id, order_id, display_id, title, variant_title, quantity, cooperative } = complaint;
  return (
    <>
      <Text weight="plus">
        {title} {variant_title} × {quantity}
      </Text>
      <Text size="small">
        {cooperative} ·{" "}
        <a className={LINK} href={`/app/orders/${order_id}`}>
          #{display_id}
        </a>
      </Text>
      <Text size="small">
        {reasons[complaint.reason]}：{complaint.text}
      </Text>
      <span className="mt-1 flex flex-wrap gap-1">
        {complaint.photos.map((photo, at) => {
          const src = addressOf("GET /admin/complaints/:id/photos/:photo_id", {
            params: { id, photo_id: photo.id },
          });
          return (
            <a key={photo.id} href={src} target="_blank" rel="noreferrer">
              <img
                src={src}
                alt={`照片 Photo ${(at + 1).toString()}`}
                className="size-16 rounded object-cover"
              />
            </a>
          );
        })}
      </span>
    </>
  );
}

function Story({ complaint }: { complaint: Complaint }) {
  return (
    <ol>
      {complaint.history.map((event) => (
        <li key={`${event.at}${event.state}`} className="txt-small">
          {new Date(event.at).toLocaleString("zh-CN")} {parties[event.party]} ·{" "}
          {states[event.state]}
          {event.text !== null && event.state !== "open" ? `：${event.text}` : ""}
        </li>
      ))}
    </ol>
  );
}

export const config = defineRouteConfig({
  label: "质量投诉 Complaints",
  icon: ExclamationCircle,
});
