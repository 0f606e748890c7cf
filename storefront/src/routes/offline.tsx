import type { Route } from "./+types/offline";
import { ErrorPage } from "../features/shell/error-page";
import { pageMeta } from "../lib/meta";
import { still } from "../lib/still";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("error.offline") }));

/** Kept by the service worker for when there is no network. */
export default function Offline() {
  return <ErrorPage kind="offline" />;
}
