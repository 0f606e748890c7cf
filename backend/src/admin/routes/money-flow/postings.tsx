/** The postings behind a figure, page by page; each leads to its transaction. */
import { Button, Container, Heading, Table, Text } from "@medusajs/ui";
import { useEffect, useRef, useState } from "react";

import type { Reply } from "../../../contract/routes";
import { LINK } from "../../lib/link";
import { Pages, Read, wordOf, Yuan } from "../../lib/shown";
import { useAnswer } from "../../lib/use-answer";
import { Evidence } from "./evidence";

type Posting = Reply<"GET /admin/postings">["postings"][number];

/** Which figure was opened: a band, or an account. */
export interface Opened {
  source?: string;
  target?: string;
  account?: string;
  state?: string;
}

const LIMIT = 20;

interface PostingsProps {
  month: string;
  opened: Opened;
  onClose: () => void;
}

/** The list. */
export function Postings({ month, opened, onClose }: PostingsProps) {
  const [offset, setOffset] = useState(0);
  const [seq, setSeq] = useState<number | null>(null);
  const answer = useAnswer("GET /admin/postings", {
    query: { ...opened, month, limit: LIMIT, offset },
  });
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // NOTE: in braces: newer browsers answer with a promise, which is no way to clean an effect up.
    head.current?.scrollIntoView({ behavior: "smooth" });
  }, []);
  const what = [opened.source, opened.target, opened.account, opened.state]
    .flatMap((code) => (code === undefined ? [] : [wordOf(code)]))
    .join(" → ");
  return (
    <Container className="divide-y p-0">
      <div ref={head} className="flex items-center justify-between gap-4 px-6 py-4">
        <Heading level="h2">
          逐笔账 Postings: {what}, {month}
        </Heading>
        <Button size="small" variant="secondary" onClick={onClose}>
          收起 Close
        </Button>
      </div>
      <Read
        answer={answer}
        isEmpty={({ count }) => count === 0}
        empty="没有对应的账 No posting stands behind this figure"
      >
        {({ postings, count, total_fen }) => (
          <>
            <Rows postings={postings} onOpen={setSeq} />
            <Text size="small" className="px-6 py-3 text-right">
              合计 Sum ¥<Yuan fen={total_fen} />
            </Text>
            <Pages offset={offset} limit={LIMIT} count={count} onTurn={setOffset} />
          </>
        )}
      </Read>
      {seq !== null && (
        <Evidence
          seq={seq}
          onClose={() => {
            setSeq(null);
          }}
        />
      )}
    </Container>
  );
}

interface RowsProps {
  postings: readonly Posting[];
  onOpen: (seq: number) => void;
}

function Rows({ postings, onOpen }: RowsProps) {
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>流水号 No.</Table.HeaderCell>
            <Table.HeaderCell>摘要 What</Table.HeaderCell>
            <Table.HeaderCell>科目 Account</Table.HeaderCell>
            <Table.HeaderCell>订单 Order</Table.HeaderCell>
            <Table.HeaderCell className="text-right">金额 Amount (¥)</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {postings.map((row) => (
            <Table.Row key={`${row.seq.toString()}.${row.leg.toString()}`}>
              <Table.Cell>
                <button
                  type="button"
                  className={LINK}
                  onClick={() => {
                    onOpen(row.seq);
                  }}
                >
                  {row.seq}
                </button>
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap">
                {wordOf(row.kind)} {row.goods}
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap">
                {[wordOf(row.account), row.state && wordOf(row.state), row.owner]
                  .filter(Boolean)
                  .join(" · ")}
              </Table.Cell>
              <Table.Cell>
                {row.order_display_id === null ? "" : `#${row.order_display_id.toString()}`}
              </Table.Cell>
              <Table.Cell className="text-right">
                <Yuan fen={row.share_fen} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
