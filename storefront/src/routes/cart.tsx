import { data, Form, redirect } from "react-router";
import { z } from "zod";

import type { Route } from "./+types/cart";
import { CartLine } from "../features/cart/line";
import { useWords } from "../i18n/use-words";
import { settle } from "../lib/api.server";
import { currentCart, saveCart } from "../lib/basket.server";
import { changeCart, keepCart, priceCart } from "../lib/cart.server";
import { dataOf, pageMeta } from "../lib/meta";
import { safePath } from "../lib/page.server";
import { tell } from "../lib/session.server";
import { still } from "../lib/still";
import { ButtonLink } from "../ui/button";
import { Money, moneyText } from "../ui/money";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { addParts, ShareBar } from "../ui/share-bar";
import { Empty, Failed } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) => {
  const answer = dataOf(loaderData)?.answer;
  const isEmpty = !answer?.ok || answer.value.lines.length === 0;
  return [
    ...pageMeta(matches, (t) => ({ title: t("cart.title") })),
    ...(isEmpty ? [{ name: "robots", content: "noindex" }] : []),
  ];
};

export async function loader({ request }: Route.LoaderArgs) {
  const items = await currentCart(request);
  const answer = await settle(priceCart(items));
  // The frame around the page counts by the cookie: it learns what another device has changed.
  return data({ answer }, { headers: { "set-cookie": await keepCart(items) } });
}

const changeSchema = z.object({
  intent: z.enum(["add", "buy", "set", "less", "more", "forget"]).catch("set"),
  variant_id: z
    .string()
    .regex(/^[A-Za-z0-9_,-]{3,4000}$/)
    .catch(""),
  quantity: z.coerce.number().int().min(0).max(999).catch(1),
  return_to: z.string().optional(),
});

/** Changes the cart; the answer is always a redirect, so that a reload changes nothing twice. */
export async function action({ request }: Route.ActionArgs) {
  const form = Object.fromEntries(await request.formData());
  const { intent, variant_id, quantity, return_to } = changeSchema.parse(form);
  const before = await currentCart(request);
  const headers = new Headers();
  const keep = async (mode: "add" | "set", count: number) => {
    const after = changeCart(before, variant_id, count, mode);
    headers.append("set-cookie", await saveCart(request, after));
  };
  switch (intent) {
    case "add":
      await keep("add", quantity);
      headers.append("set-cookie", await tell("added"));
      return redirect(safePath(return_to ?? "/cart"), { headers });
    case "buy":
      await keep("add", quantity);
      return redirect("/checkout", { headers });
    case "less":
      await keep("set", Math.max(0, quantity - 1));
      break;
    case "more":
      await keep("set", quantity + 1);
      break;
    case "set":
      await keep("set", quantity);
      break;
    case "forget": {
      const gone = new Set(variant_id.split(","));
      const left = before.filter((item) => !gone.has(item.variant_id));
      headers.append("set-cookie", await saveCart(request, left));
      break;
    }
  }
  return redirect("/cart", { headers });
}

export default function Cart({ loaderData: { answer } }: Route.ComponentProps) {
  const t = useWords();
  if (!answer.ok) {
    return (
      <Page title={t("cart.title")}>
        <Failed refused={answer.refused} />
      </Page>
    );
  }
  const { lines, gone, total_fen } = answer.value;
  if (lines.length === 0 && gone.length === 0) {
    return (
      <Page title={t("cart.title")} narrow>
        <Empty title={t("cart.empty")} text={t("cart.empty_text")}>
          <ButtonLink to="/goods">{t("cart.go")}</ButtonLink>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={t("cart.title")}>
      {gone.length > 0 ? <Gone gone={gone} /> : null}
      <div className="grid gap-6 lg:grid-cols-[1fr_20rem] lg:items-start">
        <ul className="box p-4 sm:p-5">
          {lines.map((line) => (
            <CartLine key={line.variant_id} line={line} />
          ))}
        </ul>
        {lines.length > 0 ? <Summary lines={lines} total_fen={total_fen} /> : null}
      </div>
    </Page>
  );
}

function Gone({ gone }: { gone: readonly string[] }) {
  const t = useWords();
  return (
    <Notice tone="warn" className="mb-4">
      <p>{t("cart.gone", { count: gone.length })}</p>
      <Form method="post">
        <input type="hidden" name="variant_id" value={gone.join(",")} />
        <button type="submit" name="intent" value="forget" className="tap underline">
          {t("cart.forget_gone")}
        </button>
      </Form>
    </Notice>
  );
}

type Lines = Parameters<typeof addParts>[0];

function Summary({ lines, total_fen }: { lines: Lines; total_fen: number }) {
  const t = useWords();
  const parts = addParts(lines);
  const reaches = parts.find((part) => part.party === "household")?.amount_fen ?? 0;
  return (
    <section className="box p-4 sm:p-5 lg:sticky lg:top-24">
      <p className="flex items-baseline justify-between text-ink-2">
        {t("cart.freight")} <span>{t("cart.freight_free")}</span>
      </p>
      <p className="mt-1 mb-3 flex items-baseline justify-between">
        {t("cart.total")} <Money fen={total_fen} className="text-2xl font-bold" />
      </p>
      <ShareBar parts={parts} />
      <p className="mt-2 text-sm text-persimmon-ink">
        {t("cart.reaches", { amount: moneyText(reaches) })}
      </p>
      <ButtonLink to="/checkout" reloadDocument className="mt-4 w-full">
        {t("cart.checkout")}
      </ButtonLink>
      <ButtonLink to="/gift" kind="quiet" reloadDocument className="mt-2.5 w-full">
        {t("gift.from_cart")}
      </ButtonLink>
    </section>
  );
}
