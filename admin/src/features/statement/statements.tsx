/** The statements that this panel shows, each by its own route. */
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { saveFile } from "../../lib/save-file";

import { queryOf, useSpan } from "./span";
import { StatementPage } from "./statement-page";

interface OfOne {
  id: string;
}

/** A household's statement, for officials of the place. */
export function HouseholdStatement({ id }: OfOne) {
  const { t } = useTranslation();
  const key = "GET /official/statements/household/:id";
  const span = useSpan();
  const { from, to } = span;
  return (
    <StatementPage
      query={useRead(key, { params: { id }, query: queryOf(span) })}
      span={span}
      save={(form) => saveFile(key, { params: { id }, query: { from, to, form } })}
      crumbs={({ name }) => [
        { label: t("nav.desk"), to: "/official" },
        { label: t("file.title", { name }), to: `/official/households/${id}` },
        { label: t("statement.household") },
      ]}
    />
  );
}

/** The statement of a cooperative of the area. */
export function CooperativeStatement({ id }: OfOne) {
  const { t } = useTranslation();
  const key = "GET /official/statements/cooperative/:id";
  const span = useSpan();
  const { from, to } = span;
  return (
    <StatementPage
      query={useRead(key, { params: { id }, query: queryOf(span) })}
      span={span}
      save={(form) => saveFile(key, { params: { id }, query: { from, to, form } })}
      crumbs={() => [
        { label: t("flow.title"), to: "/official/flow" },
        { label: t("statement.cooperative") },
      ]}
    />
  );
}

/** An order's statement, for officials. */
export function OrderStatement({ id }: OfOne) {
  const { t } = useTranslation();
  const key = "GET /official/statements/order/:id";
  const span = useSpan();
  const { from, to } = span;
  return (
    <StatementPage
      query={useRead(key, { params: { id }, query: queryOf(span) })}
      span={span}
      save={(form) => saveFile(key, { params: { id }, query: { from, to, form } })}
      crumbs={({ name }) => [
        { label: t("flow.title"), to: "/official/flow" },
        { label: t("statement.orderNo", { n: name.replace("#", "") }) },
      ]}
    />
  );
}

/** A cooperative's own statement. */
export function OwnStatement() {
  const key = "GET /cooperative/statement";
  const span = useSpan();
  const { from, to } = span;
  return (
    <StatementPage
      query={useRead(key, { query: queryOf(span) })}
      span={span}
      save={(form) => saveFile(key, { query: { from, to, form } })}
    />
  );
}

/** The statement of one of the cooperative's own orders. */
export function OwnOrderStatement({ id }: OfOne) {
  const { t } = useTranslation();
  const key = "GET /cooperative/statements/order/:id";
  const span = useSpan();
  const { from, to } = span;
  return (
    <StatementPage
      query={useRead(key, { params: { id }, query: queryOf(span) })}
      span={span}
      save={(form) => saveFile(key, { params: { id }, query: { from, to, form } })}
      crumbs={() => [{ label: t("nav.orders"), to: `/cooperative/orders/${id}` }]}
    />
  );
}
