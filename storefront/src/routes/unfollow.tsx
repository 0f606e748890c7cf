import { data, Form } from "react-router";

import type { Route } from "./+types/unfollow";
import { followWords } from "../i18n/follow-words";
import { useLang } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { langOf, pageMeta } from "../lib/meta";
import { still } from "../lib/still";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) => [
  ...pageMeta(matches, () => ({ title: followWords[langOf(matches)].unfollow })),
  { name: "robots", content: "noindex" },
];

/** NOTE: mail programs open links by themselves; only the button ends anything. */
export async function action({ params: { token } }: Route.ActionArgs) {
  const answer = await settle(call("POST /store/follows/:token", { params: { token } }));
  return data({ done: answer.ok }, { status: answer.ok ? 200 : answer.refused.status });
}

export default function Unfollow({ actionData }: Route.ComponentProps) {
  const w = followWords[useLang()];
  return (
    <Page title={w.unfollow} lead={w.unfollow_text} narrow>
      {actionData ? (
        <Notice
          tone={actionData.done ? "good" : "bad"}
          title={actionData.done ? w.unfollowed : w.unfollow_wrong}
        />
      ) : (
        <Form method="post">
          <Button kind="ink">{w.unfollow_do}</Button>
        </Form>
      )}
    </Page>
  );
}
