import { savedCardIdSchema } from "@yigou/backend/contract";
import { data, Form, redirect } from "react-router";

import type { Route } from "./+types/account-cards";
import { useWords } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { brandKey, type ShownCard } from "../lib/card";
import { listCards } from "../lib/cards.server";
import { pageMeta } from "../lib/meta";
import { settleLoggedIn } from "../lib/page.server";
import { refusedBy } from "../lib/refused.server";
import { callerOf, tell } from "../lib/session.server";
import { still } from "../lib/still";
import { CardName } from "../ui/card-name";
import { Notice } from "../ui/notice";
import { Empty, Failed, useRefusalText } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("card.tab") }));

export async function loader({ request }: Route.LoaderArgs) {
  return { answer: await settleLoggedIn(request, listCards(await callerOf(request))) };
}

/** No copy of anybody's cards in a browser. */
export function headers() {
  return { "cache-control": "private, no-store" };
}

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const id = savedCardIdSchema.safeParse(form.get("id"));
  if (!id.success) return data({ refused: refusedBy("not_found") }, 404);
  const by = await callerOf(request);
  const asked = call("POST /store/my/cards/:id/removal", { params: { id: id.data }, by });
  const removed = await settle(asked);
  if (!removed.ok) return data({ refused: removed.refused }, removed.refused.status);
  return redirect("/account/cards", { headers: { "set-cookie": await tell("removed") } });
}

export default function Cards({ loaderData: { answer }, actionData }: Route.ComponentProps) {
  const t = useWords();
  const text = useRefusalText();
  return (
    <div className="grid max-w-2xl gap-4">
      {actionData ? <Notice tone="bad" title={text(actionData.refused)} /> : null}
      {answer.ok ? <Saved cards={answer.value} /> : <Failed refused={answer.refused} />}
      <p className="text-sm text-ink-2">{t("card.where")}</p>
    </div>
  );
}

function Saved({ cards }: { cards: readonly ShownCard[] }) {
  const t = useWords();
  if (cards.length === 0) return <Empty title={t("card.empty")} text={t("card.empty_text")} />;
  return (
    <ul className="grid gap-3">
      {cards.map((card) => (
        <li key={card.id} className="box flex items-center justify-between gap-3 p-4">
          <CardName card={card} />
          <Form method="post">
            <input type="hidden" name="id" value={card.id} />
            <button
              type="submit"
              aria-label={t("card.remove_of", {
                brand: t(brandKey(card.brand)),
                last4: card.last4,
              })}
              className="tap text-sm text-ink-2 underline underline-offset-4"
            >
              {t("card.remove")}
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
