import type { Route } from "./+types/account-orders";
import { OrderCard } from "../features/account/order-card";
import { useWords } from "../i18n/use-words";
import { call } from "../lib/api.server";
import { pageMeta } from "../lib/meta";
import { settleLoggedIn } from "../lib/page.server";
import { callerOf } from "../lib/session.server";
import { still } from "../lib/still";
import { ButtonLink } from "../ui/button";
import { Pager } from "../ui/pager";
import { Empty, Failed } from "../ui/states";

const PAGE_SIZE = 10;

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("account.orders") }));

export async function loader({ request }: Route.LoaderArgs) {
  const page = Math.max(1, Number(new URL(request.url).searchParams.get("page")) || 1);
  const query = { limit: PAGE_SIZE, offset: (Math.trunc(page) - 1) * PAGE_SIZE };
  const by = await callerOf(request);
  return {
    page,
    answer: await settleLoggedIn(request, call("GET /store/my/orders", { by, query })),
  };
}

export default function Orders({ loaderData: { page, answer } }: Route.ComponentProps) {
  const t = useWords();
  if (!answer.ok) return <Failed refused={answer.refused} />;
  const { orders, count } = answer.value;
  if (orders.length === 0) {
    return (
      <Empty title={t("account.orders_empty")} text={t("account.orders_empty_text")}>
        <ButtonLink to="/goods">{t("cart.go")}</ButtonLink>
      </Empty>
    );
  }
  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {orders.map((order) => (
          <li key={order.id}>
            <OrderCard order={order} />
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={Math.ceil(count / PAGE_SIZE)}
        href={(to) => `/account?page=${to}`}
      />
    </>
  );
}
