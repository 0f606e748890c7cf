import { Navigate, Outlet, useLocation } from "react-router";
import { useTranslation } from "react-i18next";

import { ApplicationStatus } from "../../features/application/application-status";
import { useRead } from "../../lib/data";
import { useSession } from "../../lib/session";
import { Loaded } from "../../ui/loaded";
import { Shell } from "../../ui/shell";
import type { NavEntry } from "../../ui/shell";

/** The desk of a cooperative; until it is approved it shows where the application stands. */
export function Component() {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname, search } = useLocation();
  const isMine = session?.actor === "cooperative" && session.registered;
  const me = useRead("GET /cooperative/me", {}, isMine);
  const isApproved = me.data?.cooperative.status === "approved";
  const toShip = useRead(
    "GET /cooperative/orders",
    { query: { state: "to_ship", limit: 1 } },
    isMine && isApproved,
  );
  const toApprove = useRead(
    "GET /cooperative/entries",
    { query: { state: "prepared", limit: 1 } },
    isMine && isApproved,
  );
  const isManager = me.data?.member?.role === "manager";
  const submitted = useRead(
    "GET /cooperative/settlements",
    { query: { status: "submitted", limit: 1 } },
    isMine && isApproved && isManager,
  );
  const complaints = useRead(
    "GET /cooperative/complaints",
    { query: { waiting: "1", limit: 1 } },
    isMine && isApproved,
  );
  if (session?.actor === "cooperative" && !session.registered) {
    return <Navigate to="/apply" replace />;
  }
  if (!isMine) {
    return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  const entries: NavEntry[] = [
    { to: "/cooperative", label: t("nav.overview"), exact: true },
    { to: "/cooperative/orders", label: t("nav.orders"), badge: toShip.data?.count ?? 0 },
    { to: "/cooperative/products", label: t("nav.products") },
    { to: "/cooperative/adoptions", label: t("adoptions.nav") },
    { to: "/cooperative/clearances", label: t("clearances.nav") },
    {
      to: "/cooperative/complaints",
      label: t("complaints.nav"),
      badge: complaints.data?.waiting ?? 0,
    },
    { to: "/cooperative/reviews", label: t("reviews.nav") },
    { to: "/cooperative/lots", label: t("lot.nav") },
    { to: "/cooperative/payables", label: t("nav.payables") },
    {
      to: "/cooperative/settlements",
      label: t("settlement.nav"),
      badge: isManager ? (submitted.data?.count ?? 0) : 0,
    },
    { to: "/cooperative/bank", label: t("reconcile.nav") },
    {
      to: "/cooperative/entries",
      label: t("entry.nav"),
      badge: toApprove.data?.prepared.count ?? 0,
    },
    { to: "/cooperative/statement", label: t("statement.cooperative") },
    { to: "/cooperative/members", label: t("member.nav") },
  ];
  const own = me.data?.cooperative;
  return (
    <Shell
      desk={t("brand.cooperativeDesk")}
      entries={isApproved ? entries : []}
      who={own ? { name: own.name, role: own.division_name } : null}
    >
      <Loaded query={me}>
        {({ cooperative }) =>
          cooperative.status === "approved" ? (
            <Outlet />
          ) : (
            <ApplicationStatus cooperative={cooperative} />
          )
        }
      </Loaded>
    </Shell>
  );
}
