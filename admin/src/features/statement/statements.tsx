/** The statements that this panel shows, each by its own route. */
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { saveFile } from "../../lib/save-file";

import { queryOf, useSpan } from "./span";
import { StatementPage } from "./statement-page";

interface OfOne {
  id: string;
}

interface StatementProps extends OfOne {
  route:
    | "GET /official/statements/household/:id"
    | "GET /official/statements/cooperative/:id"
    | "GET /official/statements/order/:id"
    | "GET /cooperative/statements/order/:id";
  crumbs: ComponentProps<typeof StatementPage>["crumbs"];
}

/** The statement of something that has an id, by the route that answers it. */
function Statement({ route, id, crumbs }: StatementProps) {
  const span = useSpan();
  const { from, to } = span;
  return (
    <StatementPage
      query={useRead(route, { params: { id }, query: queryOf(span) })}
      span={span}
      save={(form) => saveFile(route, { params: { id }, query: { from, to, form } })}
      crumbs={crumbs}
    />
  );
}

/** A household's statement, for officials of the place. */
export function HouseholdStatement({ id }: OfOne) {
  const { t } = useTranslation();
  return (
    <Statement
      route="GET /official/statements/household/:id"
      id={id}
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
  return (
    <Statement
      route="GET /official/statements/cooperative/:id"
      id={id}
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
  return (
    <Statement
      route="GET /official/statements/order/:id"
      id={id}
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
  return (
    <Statement
      route="GET /cooperative/statements/order/:id"
      id={id}
      crumbs={() => [{ label: t("nav.orders"), to: `/cooperative/orders/${id}` }]}
    />
  );
}
