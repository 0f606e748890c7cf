import { randomUUID } from "node:crypto";

import { useRef, useState } from "react";
import { data, Form, redirect } from "react-router";

import type { Route } from "./+types/checkout";
import { AddressForm, Contact } from "../features/checkout/address";
import { PaymentChoice, BuyerChoice } from "../features/checkout/payment";
import { PickupChoice } from "../features/checkout/pickup";
import { Problem } from "../features/checkout/problem";
import { StripeForm } from "../features/checkout/stripe-form";
import { Summary } from "../features/checkout/summary";
import { usePaying } from "../features/checkout/use-paying";
import { useWords } from "../i18n/use-words";
import { areaChoices } from "../lib/areas.server";
import { currentCart } from "../lib/basket.server";
import { formatItems, parseItems, priceCart } from "../lib/cart.server";
import { checkValues, readValues, type CheckoutErrors } from "../lib/checkout.server";
import { buyerOf } from "../lib/buyer.server";
import { cardsContext } from "../lib/context";
import { pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { listPayments } from "../lib/payments.server";
import { goOn, purchase } from "../lib/purchase.server";
import { call, settle } from "../lib/api.server";
import { isUnsure } from "../lib/refused";
import { refusedIn } from "../lib/refused.server";
import { TextField } from "../ui/field";
import { Page } from "../ui/page";
import { useFirstError } from "../ui/use-first-error";

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("checkout.title") }));

export async function loader({ request, context }: Route.LoaderArgs) {
  const items = await currentCart(request);
  if (items.length === 0) return redirect("/cart");
  const [cart, offered, buyer, points] = await Promise.all([
    need(request, priceCart(items)),
    need(request, listPayments()),
    need(request, buyerOf(request)),
    settle(call("GET /store/pickup-points")),
  ]);
  if (cart.lines.length === 0) return redirect("/cart");
  const { province, city } = buyer.values;
  context.set(cardsContext, offered.stripe !== null);
  return {
    ...cart,
    ...offered,
    items: formatItems(cart.lines),
    refused: refusedIn(request),
    buyer,
    points: points.ok ? points.value.points : [],
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
  if (form.get("intent") === "resume") {
    const ended = await goOn(request);
    if (ended instanceof Response) return ended;
    const { refused, headers, key } = ended;
    const answer = { values: { ...values, key }, choices, errors: noErrors, refused };
    return data(answer, { status: refused.status, headers });
  }
  if (form.get("intent") === "region")
    return data({ values, choices, errors: noErrors, refused: null });
  const errors = checkValues(values);
  const items = parseItems(values.items);
  if (Object.keys(errors).length > 0 || items.length === 0) {
    return data({ values, choices, errors, refused: null }, { status: 422 });
  }
  const made = await purchase(request, values, { page: "checkout" });
  if (made instanceof Response) return made;
  const { refused, headers } = made;
  return data({ values, choices, errors, refused }, { status: refused.status, headers });
}

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  const { lines, total_fen, payments, stripe, buyer, points } = loaderData;
  const typed = actionData?.values;
  const values = typed ?? buyer.values;
  const errors = actionData?.errors ?? noErrors;
  // An order may have been made: then the very same request is sent again, with its key.
  const again = actionData?.refused && isUnsure(actionData.refused) ? typed : undefined;
  const form = useRef<HTMLFormElement>(null);
  const refused = actionData ? actionData.refused : loaderData.refused;
  useFirstError(form, errors, refused);
  const [payment, setPayment] = useState(typed?.payment ?? payments[0] ?? "");
  const paying = usePaying({
    form,
    offer: payment === "pp_stripe_stripe" ? stripe : null,
    total_fen,
    refused,
    sent_token: again?.confirmation_token ?? "",
  });
  return (
    <Page title={t("checkout.title")}>
      <Form
        method="post"
        ref={form}
        noValidate
        onSubmit={paying.onSubmit}
        className="grid gap-5 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-8"
      >
        <input type="hidden" name="key" value={again?.key ?? loaderData.key} />
        <input type="hidden" name="items" value={again?.items ?? loaderData.items} />
        <input type="hidden" name="total" value={again?.total ?? total_fen} />
        <input type="hidden" name="confirmation_token" value={again?.confirmation_token ?? ""} />
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
          <Problem errors={errors} refused={refused} total_fen={total_fen} />
          <Contact email={values.email} errors={errors} loggedIn={buyer.loggedIn} />
          <PickupChoice points={points} chosen={typed?.pickup ?? ""} />
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
            onChoose={setPayment}
            stripe={payment === "pp_stripe_stripe" ? <StripeForm {...paying} /> : null}
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
        <Summary lines={lines} total_fen={total_fen} sending={paying.sending} />
      </Form>
    </Page>
  );
}
