import { idSchema } from "@yigou/backend/contract";
import { data, Form, redirect } from "react-router";

import type { Route } from "./+types/account-addresses";
import { useWords } from "../i18n/use-words";
import { settle } from "../lib/api.server";
import { areaChoices, namesOf } from "../lib/areas.server";
import { checkValues, readValues } from "../lib/checkout.server";
import { listAddresses, removeAddress, saveAddress } from "../lib/customer.server";
import { pageMeta } from "../lib/meta";
import { settleLoggedIn } from "../lib/page.server";
import { callerOf, tell } from "../lib/session.server";
import { still } from "../lib/still";
import { AddressFields } from "../ui/address/address-fields";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Empty, Failed, useRefusalText } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("account.addresses") }));

export async function loader({ request }: Route.LoaderArgs) {
  const answer = await settleLoggedIn(request, listAddresses(await callerOf(request)));
  return { answer, choices: areaChoices({ province: "", city: "" }) };
}

/** Only the fields of the address count here. */
function checkAddress(values: ReturnType<typeof readValues>) {
  const { name, phone, county, street } = checkValues(values);
  return Object.fromEntries(
    Object.entries({ name, phone, county, street }).filter(([, error]) => error !== undefined),
  );
}

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const by = await callerOf(request);
  const values = readValues(form);
  const choices = areaChoices(values);
  const again = { values, choices, errors: {}, refused: null };
  const intent = form.get("intent");
  if (intent === "region") return data(again);
  if (intent === "remove") {
    const removed = await settle(removeAddress(idSchema.catch("").parse(form.get("id")), by));
    if (!removed.ok) return data({ ...again, refused: removed.refused });
    return redirect("/account/addresses", { headers: { "set-cookie": await tell("removed") } });
  }
  const names = namesOf(values.county);
  const errors = checkAddress(values);
  if (names === null || Object.keys(errors).length > 0) return data({ ...again, errors }, 422);
  const { name, phone, street } = values;
  const saved = await settle(saveAddress({ name, phone, street, ...names }, by));
  if (!saved.ok) return data({ ...again, refused: saved.refused });
  return redirect("/account/addresses", { headers: { "set-cookie": await tell("saved") } });
}

const blank = { name: "", phone: "", province: "", city: "", county: "", street: "" };

export default function Addresses({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  const text = useRefusalText();
  const { answer } = loaderData;
  const list = answer.ok ? answer.value : [];
  return (
    <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
      {answer.ok ? <Saved list={list} /> : <Failed refused={answer.refused} />}
      <Form method="post" noValidate key={list.length} className="box grid gap-4 p-4 sm:p-5">
        <button
          type="submit"
          name="intent"
          value="save"
          tabIndex={-1}
          aria-hidden
          className="hidden"
        />
        <h2 className="text-lg">{t("account.address_add")}</h2>
        {actionData?.refused ? <Notice tone="bad" title={text(actionData.refused)} /> : null}
        <AddressFields
          values={actionData?.values ?? blank}
          errors={actionData?.errors ?? {}}
          choices={actionData?.choices ?? loaderData.choices}
        />
        <Button kind="ink" name="intent" value="save">
          {t("account.address_save")}
        </Button>
      </Form>
    </div>
  );
}

function Saved({ list }: { list: Awaited<ReturnType<typeof listAddresses>> }) {
  const t = useWords();
  if (list.length === 0) {
    return <Empty title={t("account.addresses_empty")} text={t("account.addresses_empty_text")} />;
  }
  return (
    <ul className="grid gap-3">
      {list.map((address) => (
        <li key={address.id} className="box flex gap-3 p-4">
          <address className="min-w-0 not-italic">
            <b className="font-semibold">{address.name}</b>{" "}
            <span className="tabular-nums">{address.phone}</span>
            <br />
            {address.province} {address.city} {address.county}
            <br />
            {address.street}
          </address>
          <Form method="post" className="ml-auto">
            <input type="hidden" name="id" value={address.id} />
            <button
              type="submit"
              name="intent"
              value="remove"
              aria-label={t("account.address_remove_of", { name: address.name })}
              className="tap text-sm text-ink-2 underline underline-offset-4"
            >
              {t("account.address_remove")}
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
