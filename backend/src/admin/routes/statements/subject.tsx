/** Whose statement: chosen on the page, or named by the address. */
import { Input, Select, Text } from "@medusajs/ui";
import { useState, type ReactNode } from "react";

import { useAnswer } from "../../lib/use-answer";
import { wordOf } from "../../lib/shown";

const SUBJECTS = ["cooperative", "order", "party"] as const;
const NAMES = {
  cooperative: "合作社 Cooperative",
  order: "订单 Order",
  party: "科目 Party",
} as const;
/** Parties that no cooperative owns. */
const PARTIES = [
  "platform:platform",
  "loss_pool",
  "shipping:platform",
  "tax:platform",
  "unattributed",
] as const;

/** Whose statement; an empty id is not chosen yet. */
export interface Subject {
  kind: (typeof SUBJECTS)[number];
  id: string;
}

/** The subject that an address names. */
export function subjectIn(search: string): Subject {
  const params = new URLSearchParams(search);
  const kind = SUBJECTS.find((one) => one === params.get("subject")) ?? "cooperative";
  return { kind, id: params.get("id") ?? "" };
}

/** The route of a subject's statement. */
export function routeOf({ kind }: Subject) {
  return `GET /admin/statements/${kind}/:id` as const;
}

interface SubjectFieldProps {
  subject: Subject;
  onChange: (subject: Subject) => void;
}

/** Kind, then which one. */
export function SubjectField({ subject, onChange }: SubjectFieldProps) {
  const { kind } = subject;
  return (
    <>
      <Field label="对象 Whose">
        <Choice
          value={kind}
          options={SUBJECTS.map((one) => ({ value: one, label: NAMES[one] }))}
          onChange={(next) => {
            const found = SUBJECTS.find((one) => one === next);
            if (found) onChange({ kind: found, id: "" });
          }}
        />
      </Field>
      {kind === "order" ? (
        <OrderField
          key={subject.id}
          id={subject.id}
          onChange={(id) => {
            onChange({ kind, id });
          }}
        />
      ) : (
        <Field label={NAMES[kind]}>
          <Which subject={subject} onChange={onChange} />
        </Field>
      )}
    </>
  );
}

function Which({ subject: { kind, id }, onChange }: SubjectFieldProps) {
  const found = useAnswer(
    "GET /admin/cooperatives",
    kind === "cooperative" ? { query: { limit: 100 } } : null,
  );
  const options =
    kind === "cooperative"
      ? (found.data?.cooperatives ?? []).map((one) => ({ value: one.id, label: one.name }))
      : PARTIES.map((one) => ({ value: one, label: wordOf(one.split(":")[0] ?? one) }));
  return (
    <>
      <Choice
        value={id}
        options={options}
        onChange={(next) => {
          onChange({ kind, id: next });
        }}
      />
      {found.error !== null && <Text size="small">{found.error}</Text>}
    </>
  );
}

interface OrderFieldProps {
  id: string;
  onChange: (id: string) => void;
}

function OrderField({ id, onChange }: OrderFieldProps) {
  const [typed, setTyped] = useState(id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim());
      }}
    >
      <Field label="订单标识，回车查询 Order id, then Enter">
        <Input
          value={typed}
          placeholder="order_…"
          className="w-80"
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </Field>
    </form>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="flex flex-col gap-1">
      <Text size="small">{label}</Text>
      {children}
    </label>
  );
}

interface ChoiceProps {
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ value, options, onChange }: ChoiceProps) {
  return (
    <Select value={value} onValueChange={onChange}>
      <Select.Trigger className="min-w-48">
        <Select.Value placeholder="请选择 Choose" />
      </Select.Trigger>
      <Select.Content>
        {options.map((one) => (
          <Select.Item key={one.value} value={one.value}>
            {one.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  );
}
