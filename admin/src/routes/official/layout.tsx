import { Navigate, Outlet, useLocation } from "react-router";
import { useTranslation } from "react-i18next";

import { DivisionTree } from "../../features/divisions/division-tree";
import { useRead } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { useSession } from "../../lib/session";
import { RefusalNote } from "../../ui/refusal-note";
import { Shell } from "../../ui/shell";
import type { NavEntry } from "../../ui/shell";

/** The desk of an official; everything on it lies within the own division. */
export function Component() {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname, search } = useLocation();
  const isMine = session?.actor === "official";
  const me = useRead("GET /official/me", {}, isMine);
  const mayApprove = me.data?.official.may_approve ?? false;
  const waiting = useRead(
    "GET /official/cooperatives",
    { query: { status: "applied", limit: 1 } },
    isMine && mayApprove,
  );
  const disputes = useRead(
    "GET /official/disputes",
    { query: { state: "open", limit: 1 } },
    isMine,
  );
  if (!isMine) {
    return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  const entries: NavEntry[] = [
    { to: "/official", label: t("nav.desk"), exact: true },
    { to: "/official/income", label: t("nav.income") },
    { to: "/official/settlements", label: t("settlement.nav") },
    { to: "/official/disputes", label: t("dispute.nav"), badge: disputes.data?.count ?? 0 },
    { to: "/official/lots", label: t("lot.areaNav") },
    { to: "/official/periods", label: t("periods.title") },
    { to: "/official/flow", label: t("flow.title") },
  ];
  if (mayApprove) {
    const badge = waiting.data?.count ?? 0;
    entries.push({ to: "/official/cooperatives", label: t("nav.approvals"), badge });
  }
  const who = me.data && {
    name: me.data.official.name,
    role: `${me.data.official.division_name} · ${t(`role.${me.data.official.role}`)}`,
  };
  return (
    <Shell desk={t("brand.desk")} entries={entries} who={who ?? null} side={<DivisionTree />}>
      {me.error ? <RefusalNote refused={asRefused(me.error)} /> : <Outlet />}
    </Shell>
  );
}
