/** Where each yuan of a month went over the whole platform, down to each posting and what proves it. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { ChartPie } from "@medusajs/icons";
import { Badge, Container, Heading, Input, Table, Text } from "@medusajs/ui";
import { useState } from "react";

import type { Reply } from "../../../contract/routes";
import { AccountTable } from "../../lib/account-table";
import { LINK } from "../../lib/link";
import { Read, wordOf, Yuan } from "../../lib/shown";
import { useAnswer } from "../../lib/use-answer";
import { Postings, type Opened } from "./postings";

type Flow = Reply<"GET /admin/money-flow">;

const inShanghai = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });

export default function MoneyFlowPage() {
  const [month, setMonth] = useState(inShanghai.format(new Date()).slice(0, 7));
  const [opened, setOpened] = useState<Opened | null>(null);
  const answer = useAnswer("GET /admin/money-flow", { query: { month } });
  return (
    <div className="flex flex-col gap-4">
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
          <div>
            <Heading>资金流向 Money flow</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              这个月买家付的每一元到了哪里；点一行看它的每一笔账。Where each yuan of a month went; a
              row leads to its postings.
            </Text>
          </div>
          <Input
            type="month"
            aria-label="月份 Month"
            value={month}
            onChange={(event) => {
              if (event.target.value === "") return;
              setMonth(event.target.value);
              setOpened(null);
            }}
          />
        </div>
        <Read
          answer={answer}
          isEmpty={({ flows }) => flows.length === 0}
          empty="这个月没有账 No postings in this month"
        >
          {(flow) => <Bands flow={flow} onOpen={setOpened} />}
        </Read>
      </Container>
      {answer.data && <Chart flow={answer.data} onOpen={setOpened} />}
      {opened && (
        <Postings
          key={JSON.stringify(opened)}
          month={month}
          opened={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </div>
  );
}

interface PartProps {
  flow: Flow;
  onOpen: (opened: Opened) => void;
}

function Bands({ flow, onOpen }: PartProps) {
  const bands = [...flow.flows].sort((a, b) => b.amount_fen - a.amount_fen);
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>从 From</Table.HeaderCell>
            <Table.HeaderCell>到 To</Table.HeaderCell>
            <Table.HeaderCell className="text-right">金额 Amount (¥)</Table.HeaderCell>
            <Table.HeaderCell className="text-right">笔数 Postings</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {bands.map(({ source, target, amount_fen, postings }) => (
            <Table.Row key={`${source}>${target}`}>
              <Table.Cell>{wordOf(source)}</Table.Cell>
              <Table.Cell>
                <button
                  type="button"
                  className={`${LINK} text-left`}
                  onClick={() => {
                    onOpen({ source, target });
                  }}
                >
                  {wordOf(target)}
                </button>
              </Table.Cell>
              <Table.Cell className="text-right">
                <Yuan fen={amount_fen} />
              </Table.Cell>
              <Table.Cell className="text-right">{postings}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function Chart({ flow, onOpen }: PartProps) {
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">科目表 Chart of accounts</Heading>
        <span className="flex items-center gap-2">
          <Text size="small">
            全部余额之和 Sum of all balances <Yuan fen={flow.sum_fen} />
          </Text>
          <Badge color={flow.sum_fen === 0 ? "green" : "red"}>
            {flow.sum_fen === 0 ? "平 Balanced" : "不平，请立即报告 Not balanced, report it"}
          </Badge>
        </span>
      </div>
      <AccountTable
        accounts={flow.accounts}
        onOpen={({ kind, state }) => {
          onOpen({ account: kind, ...(state ? { state } : {}) });
        }}
      />
    </Container>
  );
}

export const config = defineRouteConfig({ label: "资金流向 Money flow", icon: ChartPie });
