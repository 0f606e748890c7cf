import { complaintReasons } from "@yigou/backend/contract";
import { data, redirect } from "react-router";
import { z } from "zod";

import type { Route } from "./+types/order-complaint";
import { PhotosField } from "../features/after-sale/photos-field";
import { TextArea } from "../features/after-sale/text-area";
import { WishField } from "../features/after-sale/wish-field";
import { afterSaleWords } from "../i18n/after-sale-words";
import { useLang, useWords } from "../i18n/use-words";
import { fenOf, lineToSay, photosOf, sendPhotos, textOf } from "../lib/after-sale.server";
import { call, settle } from "../lib/api.server";
import { minuteText } from "../lib/day";
import { langOf, pageMeta } from "../lib/meta";
import type { Refused } from "../lib/refused";
import { orderCaller, tell } from "../lib/session.server";
import { still } from "../lib/still";
import { Button, buttonClass } from "../ui/button";
import { SelectField, TextField } from "../ui/field";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { useRefusalText } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) => [
  ...pageMeta(matches, () => ({ title: afterSaleWords[langOf(matches)].complaint_title })),
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: Route.LoaderArgs) {
  const by = await orderCaller(request, params.id);
  const { line, said } = await lineToSay(request, params, by);
  if (said.complainable === 0) throw redirect(`/orders/${params.id}`);
  const { title, variant_title: variant, cooperative } = line;
  return { id: params.id, title, variant, cooperative, said };
}

const reasonSchema = z.enum(complaintReasons).catch("other");

/** What was typed, and what is wrong with it. */
interface Typed {
  text: string;
  quantity: string;
  reason: string;
  wish: string;
  amount: string;
  isMany: boolean;
  isWishWrong: boolean;
  refused: Refused | null;
}

function typedOf(form: FormData): Typed {
  const [text, quantity, reason] = [
    textOf(form, "text"),
    textOf(form, "quantity"),
    textOf(form, "reason"),
  ];
  const [wish, amount] = [textOf(form, "wish"), textOf(form, "amount")];
  return { text, quantity, reason, wish, amount, isMany: false, isWishWrong: false, refused: null };
}

export async function action({ request, params }: Route.ActionArgs) {
  const by = await orderCaller(request, params.id);
  const form = await request.formData();
  const typed = typedOf(form);
  const again = (wrong: Partial<Typed>) => data({ ...typed, ...wrong }, { status: 400 });
  const files = photosOf(form);
  const wish_fen = typed.wish === "part" ? fenOf(typed.amount) : undefined;
  if (wish_fen === null) return again({ isWishWrong: true });
  if (files === null) return again({ isMany: true });
  const photos = await sendPhotos(params.id, files, by);
  if (!photos.ok) return again({ refused: photos.refused });
  const body = {
    order_line_id: params.line,
    quantity: Number(typed.quantity),
    reason: reasonSchema.parse(typed.reason),
    text: typed.text,
    photos: photos.value,
    ...(wish_fen === undefined ? {} : { wish_fen }),
  };
  const answer = await settle(
    call("POST /store/orders/:id/complaints", { params: { id: params.id }, body, by }),
  );
  if (!answer.ok) return again({ refused: answer.refused });
  return redirect(`/orders/${params.id}`, { headers: { "set-cookie": await tell("complained") } });
}

export default function OrderComplaint({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  const lang = useLang();
  const w = afterSaleWords[lang];
  const refusal = useRefusalText();
  const { id, title, variant, cooperative, said } = loaderData;
  const until = minuteText(said.complain_until ?? "", lang);
  return (
    <Page title={w.complaint_title} lead={`${title} · ${variant}`} narrow>
      <p className="mb-4 max-w-prose text-ink-2">
        {w.complaint_lead(cooperative ?? t("good.cooperative"), until)}
      </p>
      {actionData?.refused ? (
        <Notice tone="bad" title={refusal(actionData.refused)} className="mb-4" />
      ) : null}
      <form method="post" encType="multipart/form-data" className="box grid gap-5 p-4 sm:p-5">
        <TextField
          type="number"
          name="quantity"
          label={w.quantity}
          hint={w.quantity_hint(said.complainable)}
          min={1}
          max={said.complainable}
          defaultValue={actionData?.quantity ?? 1}
          inputMode="numeric"
          required
        />
        <SelectField name="reason" label={w.reason} defaultValue={actionData?.reason ?? "rotten"}>
          {Object.entries(w.reasons).map(([reason, name]) => (
            <option key={reason} value={reason}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextArea
          name="text"
          label={w.complaint_text}
          hint={w.complaint_hint}
          value={actionData?.text ?? ""}
        />
        <PhotosField isMany={actionData?.isMany ?? false} />
        <WishField
          most_fen={said.worth_fen}
          wish={actionData?.wish ?? "whole"}
          amount={actionData?.amount ?? ""}
          isWrong={actionData?.isWishWrong ?? false}
        />
        <p className="text-sm text-ink-2">{w.fair}</p>
        <div className="flex flex-wrap gap-3">
          <Button>{w.submit}</Button>
          <a href={`/orders/${id}`} className={buttonClass("quiet")}>
            {w.back}
          </a>
        </div>
      </form>
    </Page>
  );
}
