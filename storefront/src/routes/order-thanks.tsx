import { Link } from "react-router";
import { z } from "zod";

import type { Route } from "./+types/order-thanks";
import { thanksWords } from "../i18n/thanks-words";
import { useLang } from "../i18n/use-words";
import { call } from "../lib/api.server";
import { langOf, pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { orderCaller } from "../lib/session.server";
import { still } from "../lib/still";
import { Button, buttonClass } from "../ui/button";
import { TextField } from "../ui/field";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) => [
  ...pageMeta(matches, () => ({ title: thanksWords[langOf(matches)].title })),
  { name: "robots", content: "noindex" },
];

const askedSchema = z.object({
  name: z.string().trim().max(24).catch(""),
  amount: z.literal("1").optional().catch(undefined),
});

export async function loader({ request, params }: Route.LoaderArgs) {
  const by = await orderCaller(request, params.id);
  await need(request, call("GET /store/orders/:id/summary", { params, by }));
  const asked = askedSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { id: params.id, ...asked };
}

export default function OrderThanks({ loaderData: { id, name, amount } }: Route.ComponentProps) {
  const lang = useLang();
  const w = thanksWords[lang];
  const query = new URLSearchParams({ look: lang });
  if (name) query.set("name", name);
  if (amount) query.set("amount", amount);
  const src = `/orders/${id}/thanks.png?${query.toString()}`;
  return (
    <Page title={w.title} lead={w.text} narrow>
      <form className="box grid gap-4 p-4 sm:p-5">
        <TextField name="name" label={w.name} maxLength={24} defaultValue={name} />
        <label className="tap !justify-start gap-3">
          <input type="checkbox" name="amount" value="1" defaultChecked={amount === "1"} />
          {w.amount}
        </label>
        <Button kind="ink">{w.make}</Button>
      </form>
      <img
        src={src}
        alt={w.picture}
        width={1080}
        height={1350}
        className="mt-6 h-auto w-full max-w-md rounded-xl border border-rule"
      />
      <p className="mt-4 flex flex-wrap gap-3">
        <a href={src} download="yigou.png" className={buttonClass()}>
          {w.download}
        </a>
        <Link to={`/orders/${id}`} className={buttonClass("quiet")}>
          {w.back}
        </Link>
      </p>
    </Page>
  );
}
