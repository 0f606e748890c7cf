import type { Reply } from "@yigou/backend/contract";
import { data, Form, Link, redirect } from "react-router";
import { z } from "zod";

import type { Route } from "./+types/account-honours";
import { honourWords } from "../i18n/honour-words";
import { useLang } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { langOf, pageMeta } from "../lib/meta";
import { settleLoggedIn } from "../lib/page.server";
import { callerOf, tell } from "../lib/session.server";
import { still } from "../lib/still";
import { Button, buttonClass } from "../ui/button";
import { TextField } from "../ui/field";
import { Notice } from "../ui/notice";
import { Failed, useRefusalText } from "../ui/states";

type Mine = Reply<"GET /store/my/honours">["mine"][number];

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: honourWords[langOf(matches)].tab }));

export async function loader({ request }: Route.LoaderArgs) {
  const by = await callerOf(request);
  return { answer: await settleLoggedIn(request, call("GET /store/my/honours", { by })) };
}

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const by = await callerOf(request);
  const text = (name: string) => z.string().catch("").parse(form.get(name));
  const work_unit_id = text("work_unit_id");
  const show_amount = form.get("show_amount") === "1";
  const body = work_unit_id ? { work_unit_id, show_amount } : { name: text("name"), show_amount };
  const answer =
    form.get("intent") === "withdraw"
      ? await settle(
          call("POST /store/my/honours/withdrawal", {
            by,
            body: work_unit_id ? { work_unit_id } : {},
          }),
        )
      : await settle(call("POST /store/my/honours", { by, body }));
  if (!answer.ok) return data({ refused: answer.refused });
  return redirect("/account/honours", { headers: { "set-cookie": await tell("saved") } });
}

export default function MyHonours({ loaderData: { answer }, actionData }: Route.ComponentProps) {
  const w = honourWords[useLang()];
  const text = useRefusalText();
  if (!answer.ok) return <Failed refused={answer.refused} />;
  return (
    <div className="grid max-w-xl gap-5">
      <p className="text-ink-2">
        {w.mine_text}{" "}
        <Link to="/honours" className="underline">
          {w.see}
        </Link>
      </p>
      {actionData?.refused ? <Notice tone="bad" title={text(actionData.refused)} /> : null}
      {answer.value.mine.map((one) => (
        <Agreement key={one.work_unit_id ?? "me"} mine={one} />
      ))}
    </div>
  );
}

function Agreement({ mine }: { mine: Mine }) {
  const w = honourWords[useLang()];
  const listed = mine.name !== null;
  return (
    <Form method="post" className="box grid gap-4 p-4 sm:p-5">
      <h2 className="text-lg">{mine.unit_name ?? w.as_buyer}</h2>
      {mine.name === null ? null : <p className="text-ink-2">{w.on_list(mine.name)}</p>}
      {mine.work_unit_id ? (
        <input type="hidden" name="work_unit_id" value={mine.work_unit_id} />
      ) : (
        <TextField
          name="name"
          label={w.name}
          required
          maxLength={24}
          defaultValue={mine.name ?? ""}
        />
      )}
      <label className="tap !justify-start gap-3">
        <input
          type="checkbox"
          name="show_amount"
          value="1"
          defaultChecked={mine.show_amount}
          className="size-5"
        />
        {w.show}
      </label>
      <p className="flex flex-wrap gap-3">
        <Button kind="ink">{listed ? w.change : w.agree}</Button>
        {listed ? (
          <button
            type="submit"
            name="intent"
            value="withdraw"
            formNoValidate
            className={buttonClass("quiet")}
          >
            {w.withdraw}
          </button>
        ) : null}
      </p>
    </Form>
  );
}
