import { randomUUID } from "node:crypto";

import { useRef } from "react";
import { data, Form, redirect, useNavigation } from "react-router";

import type { Route } from "./+types/checkout";
import { AddressForm, Contact } from "../features/checkout/address";
import { PaymentChoice, BuyerChoice } from "../features/checkout/payment";
import { Problem } from "../features/checkout/problem";
import { Summary } from "../features/checkout/summary";
import { useWords } from "../i18n/use-words";
import { areaChoices } from "../lib/areas.server";
import { formatItems, keepCart, parseItems, priceCart, readCart } from "../lib/cart.server";
import { buy, checkValues, readValues, type CheckoutErrors } from "../lib/checkout.server";
import { buyerOf } from "../lib/buyer.server";
import { pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { listPayments } from "../lib/payments.server";
import { settle } from "../lib/api.server";
import { isUnsure } from "../lib/refused";
import { callerOf, keepOrderToken } from "../lib/session.server";
import { TextField } from "../ui/field";
import { Page } from "../ui/page";
import { useFirstError } from "../ui/use-first-error";

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("checkout.title") }));

export async function loader({ request }: Route.LoaderArgs) {
  const items = await readCart(request);
  if (items.length === 0) return redirect("/cart");
  const [cart, payments, buyer] = await Promise.all([
    need(request, priceCart(items)),
    need(request, listPayments()),
    need(request, buyerOf(request)),
  ]);
  if (cart.lines.length === 0) return redirect("/cart");
  const { province, city } = buyer.values;
  return {
    ...cart,
    items: formatItems(cart.lines),
    payments,
    buyer,
    choices: areaChoices({ province, city }),
    key: randomUUID(),
  };
}

const noErrors: CheckoutErrors = {};

/** After a refusal the prices and the stock must be asked again. */
export const shouldRevalidate = () => true;

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const values = readValues(form);
  const choices = areaChoices(values);
  if (form.get("intent") === "region")
    return data({ values, choices, errors: noErrors, refused: null });
  const errors = checkValues(values);
  const items = parseItems(values.items);
  if (Object.keys(errors).length > 0 || items.length === 0) {
    return data({ values, choices, errors, refused: null }, { status: 422 });
  }
  const answer = await settle(buy(values, await callerOf(request)));
  if (!answer.ok) {
    const { refused } = answer;
    return data({ values, choices, errors, refused }, { status: refused.status });
  }
  const { order, access_token } = answer.value;
  const headers = new Headers();
  const bought = new Set(items.map((item) => item.variant_id));
  const left = (await readCart(request)).filter((item) => !bought.has(item.variant_id));
  headers.append("set-cookie", await keepCart(left));
  if (access_token) headers.append("set-cookie", await keepOrderToken(order.id, access_token));
  return redirect(`/orders/${order.id}`, { headers });
}

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  const sending = useNavigation().formData?.get("intent") === "pay";
  const { lines, total_fen, payments, buyer } = loaderData;
  const typed = actionData?.values;
  const values = typed ?? buyer.values;
  const errors = actionData?.errors ?? noErrors;
  // An order may have been made: then the very same request is sent again, with its key.
  const again = actionData?.refused && isUnsure(actionData.refused) ? typed : undefined;
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, errors, actionData?.refused ?? null);
  return (
    <Page title={t("checkout.title")}>
      <Form
        method="post"
        ref={form}
        noValidate
        className="grid gap-5 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-8"
      >
        <input type="hidden" name="key" value={again?.key ?? loaderData.key} />
        <input type="hidden" name="items" value={again?.items ?? loaderData.items} />
        <input type="hidden" name="total" value={again?.total ?? total_fen} />
        <div className="grid gap-5">
          {/* Return in a field must pay, not ask for the next level of the address. */}
          <button
            type="submit"
            name="intent"
            value="pay"
            tabIndex={-1}
            aria-hidden
            className="hidden"
          />
          <Problem errors={errors} refused={actionData?.refused ?? null} total_fen={total_fen} />
          <Contact email={values.email} errors={errors} loggedIn={buyer.loggedIn} />
          <AddressForm
            values={values}
            errors={errors}
            choices={actionData?.choices ?? loaderData.choices}
            saved={buyer.saved}
            savedId={buyer.savedId}
          />
          <BuyerChoice units={buyer.units} chosen={typed?.buyer ?? "self"} />
          <PaymentChoice
            offered={payments}
            chosen={typed?.payment ?? ""}
            outcome={typed?.outcome ?? ""}
          />
          <section className="box p-4 sm:p-5">
            <TextField
              name="note"
              label={t("checkout.note")}
              error={errors.note}
              defaultValue={typed?.note}
              maxLength={200}
            />
          </section>
        </div>
        <Summary lines={lines} total_fen={total_fen} sending={sending} />
      </Form>
    </Page>
  );
}
