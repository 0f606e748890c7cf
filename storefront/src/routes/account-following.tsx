import { data, Form, Link, redirect } from "react-router";
import { z } from "zod";

import type { Route } from "./+types/account-following";
import { NewsList } from "../features/story/news";
import { followWords } from "../i18n/follow-words";
import { useLang } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { langOf, pageMeta } from "../lib/meta";
import { settleLoggedIn, toLogin } from "../lib/page.server";
import { callerOf, tell } from "../lib/session.server";
import { still } from "../lib/still";
import { Button, ButtonLink } from "../ui/button";
import { Notice, Tag } from "../ui/notice";
import { Empty, Failed, useRefusalText } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: followWords[langOf(matches)].tab }));

export async function loader({ request }: Route.LoaderArgs) {
  const by = await callerOf(request);
  return { answer: await settleLoggedIn(request, call("GET /store/my/follows", { by })) };
}

const wishSchema = z.union([
  z.object({
    intent: z.literal("follow"),
    kind: z.enum(["village", "household"]),
    handle: z.string(),
    by_mail: z.literal("1").optional(),
  }),
  z.object({ intent: z.literal("end"), id: z.string() }),
]);

export async function action({ request }: Route.ActionArgs) {
  const wish = wishSchema.safeParse(Object.fromEntries(await request.formData())).data;
  if (!wish) throw data(null, { status: 404 });
  const by = await callerOf(request);
  const answer =
    wish.intent === "end"
      ? await settle(call("POST /store/my/follows/end", { by, body: { id: wish.id } }))
      : await settle(
          call("POST /store/my/follows", {
            by,
            body: { kind: wish.kind, handle: wish.handle, by_mail: wish.by_mail === "1" },
          }),
        );
  // Whoever is not logged in comes back to the list, and follows from the page again.
  if (!answer.ok && answer.refused.status === 401) throw await toLogin(request);
  if (!answer.ok) return data({ refused: answer.refused });
  return redirect("/account/following", { headers: { "set-cookie": await tell("saved") } });
}

export default function MyFollows({ loaderData: { answer }, actionData }: Route.ComponentProps) {
  const w = followWords[useLang()];
  const text = useRefusalText();
  if (!answer.ok) return <Failed refused={answer.refused} />;
  const { follows } = answer.value;
  if (follows.length === 0) {
    return (
      <Empty title={w.empty} text={w.empty_text}>
        <ButtonLink to="/stories">{w.browse}</ButtonLink>
      </Empty>
    );
  }
  return (
    <>
      <p className="mb-4 text-ink-2">{w.tab_text}</p>
      {actionData?.refused ? <Notice tone="bad" title={text(actionData.refused)} /> : null}
      <ul className="grid gap-6">
        {follows.map(({ id, kind, name, handle, by_mail, news }) => (
          <li key={id}>
            <Form method="post" className="flex flex-wrap items-center gap-3">
              <input type="hidden" name="intent" value="end" />
              <input type="hidden" name="id" value={id} />
              <h2 className="text-lg">
                {name === null || handle === null ? (
                  w.gone
                ) : (
                  <Link to={`/${kind}s/${handle}`} className="underline">
                    {name}
                  </Link>
                )}
              </h2>
              {by_mail ? <Tag>{w.mailed}</Tag> : null}
              <Button kind="quiet" className="ml-auto">
                {w.end}
              </Button>
            </Form>
            {news.length > 0 ? (
              <div className="mt-2">
                <NewsList news={news} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
