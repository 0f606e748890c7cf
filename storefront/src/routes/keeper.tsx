import { data, Form } from "react-router";

import type { Route } from "./+types/keeper";
import { useWords } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { pageMeta } from "../lib/meta";
import { callerOf } from "../lib/session.server";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { useRefusalText } from "../ui/states";

export const meta: Route.MetaFunction = ({ matches }) => [
  ...pageMeta(matches, (t) => ({ title: t("pickup.keeper") })),
  { name: "robots", content: "noindex" },
  // The key is in the address: it must not travel on.
  { name: "referrer", content: "no-referrer" },
];

export async function action({ request, params }: Route.ActionArgs) {
  const typed = (await request.formData()).get("code");
  const code = typeof typed === "string" ? typed.replace(/\D/g, "") : "";
  const answer = await settle(
    call("POST /store/pickup-points/:id/hand-over", {
      params: { id: params.id },
      body: { key: params.key, code },
      by: await callerOf(request),
    }),
  );
  return answer.ok
    ? data({ given: answer.value, refused: null })
    : data({ given: null, refused: answer.refused }, { status: answer.refused.status });
}

export default function Keeper({ actionData }: Route.ComponentProps) {
  const t = useWords();
  const text = useRefusalText();
  return (
    <Page title={t("pickup.keeper")} lead={t("pickup.keeper_text")} narrow>
      {actionData?.refused ? <Notice tone="bad" title={text(actionData.refused)} /> : null}
      {actionData?.given ? (
        <Notice
          tone="good"
          title={t("pickup.keeper_done", { number: actionData.given.display_id })}
        >
          <ul>
            {actionData.given.lines.map(({ title, variant_title, quantity }) => (
              <li key={title + variant_title}>
                {t("pickup.keeper_line", { title, variant: variant_title, count: quantity })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Form method="post" className="box mt-4 grid gap-4 p-4 sm:p-5" autoComplete="off">
        <TextField
          name="code"
          label={t("pickup.keeper_code")}
          inputMode="numeric"
          maxLength={11}
          required
        />
        <Button>{t("pickup.keeper_ok")}</Button>
      </Form>
    </Page>
  );
}
