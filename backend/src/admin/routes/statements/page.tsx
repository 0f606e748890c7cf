/** Statements for the operator: of a cooperative, an order, or a party such as the loss pool. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { DocumentText } from "@medusajs/icons";
import { Button, Container, Heading, Input, Text } from "@medusajs/ui";
import { useState } from "react";

import { AccountTable } from "../../lib/account-table";
import { addressOf } from "../../lib/ask";
import { Pages, Read, yuan } from "../../lib/shown";
import { useAnswer } from "../../lib/use-answer";
import { Book } from "./book";
import { routeOf, subjectIn, SubjectField, type Subject } from "./subject";

const LIMIT = 20;
const inShanghai = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });

export default function StatementsPage() {
  const thisMonth = inShanghai.format(new Date()).slice(0, 7);
  const [subject, setSubject] = useState<Subject>(() => subjectIn(window.location.search));
  const [from, setFrom] = useState(`${thisMonth.slice(0, 4)}-01`);
  const [to, setTo] = useState(thisMonth);
  const [offset, setOffset] = useState(0);
  const change = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value);
      setOffset(0);
    };
  };
  return (
    <div className="flex flex-col gap-4">
      <Container className="flex flex-col gap-4">
        <div>
          <Heading>对账单 Statements</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            合作社、订单、平台和损失池的账；农户不列姓名。Accounts of cooperatives, orders, the
            platform and the loss pool; no household is named.
          </Text>
        </div>
        <div className="flex flex-wrap items-end gap-3">
          <SubjectField subject={subject} onChange={change(setSubject)} />
          <MonthField label="从 From" value={from} onChange={change(setFrom)} />
          <MonthField label="到 To" value={to} onChange={change(setTo)} />
        </div>
      </Container>
      {subject.id !== "" && (
        <Statement subject={subject} span={{ from, to }} offset={offset} onTurn={setOffset} />
      )}
    </div>
  );
}

interface MonthFieldProps {
  label: string;
  value: string;
  onChange: (month: string) => void;
}

function MonthField({ label, value, onChange }: MonthFieldProps) {
  return (
    <label className="flex flex-col gap-1">
      <Text size="small">{label}</Text>
      <Input
        type="month"
        value={value}
        onChange={(event) => {
          if (event.target.value !== "") onChange(event.target.value);
        }}
      />
    </label>
  );
}

interface StatementProps {
  subject: Subject;
  span: { from: string; to: string };
  offset: number;
  onTurn: (offset: number) => void;
}

function Statement({ subject, span, offset, onTurn }: StatementProps) {
  const route = routeOf(subject);
  const params = { id: subject.id };
  const answer = useAnswer(route, { params, query: { ...span, limit: LIMIT, offset } });
  return (
    <Container className="divide-y p-0">
      <Read answer={answer} isEmpty={() => false} empty="">
        {({ statement, entries, count }) => (
          <>
            <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
              <div>
                <Heading level="h2">{statement.name}</Heading>
                <Text size="small" className="text-ui-fg-subtle">
                  {[statement.place, statement.code, `${statement.from} – ${statement.to}`]
                    .filter(Boolean)
                    .join(" · ")}
                  {" · "}期末余额 Closing balance ¥{yuan(statement.total.closing_fen)}
                </Text>
              </div>
              <span className="flex gap-2">
                {(["xlsx", "pdf"] as const).map((form) => (
                  <Button key={form} size="small" variant="secondary" asChild>
                    <a href={addressOf(route, { params, query: { ...span, form } })} download>
                      {form === "xlsx" ? "Excel" : "PDF"}
                    </a>
                  </Button>
                ))}
              </span>
            </div>
            <AccountTable accounts={statement.accounts} />
            <Book entries={entries} />
            <Pages offset={offset} limit={LIMIT} count={count} onTurn={onTurn} />
          </>
        )}
      </Read>
    </Container>
  );
}

export const config = defineRouteConfig({ label: "对账单 Statements", icon: DocumentText });
