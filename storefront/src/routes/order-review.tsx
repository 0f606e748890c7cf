import { data, redirect } from "react-router";

import type { Route } from "./+types/order-review";
import { PhotosField } from "../features/after-sale/photos-field";
import { StarsField } from "../features/after-sale/stars-field";
import { TextArea } from "../features/after-sale/text-area";
import { afterSaleWords } from "../i18n/after-sale-words";
import { useLang } from "../i18n/use-words";
import { lineToSay, photosOf, sendPhotos, textOf } from "../lib/after-sale.server";
import { call, settle } from "../lib/api.server";
import { langOf, pageMeta } from "../lib/meta";
import { orderCaller, tell } from "../lib/session.server";
import { still } from "../lib/still";
import { Button, buttonClass } from "../ui/button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { useRefusalText } from "../ui/states";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) => [
  ...pageMeta(matches, () => ({ title: afterSaleWords[langOf(matches)].review_title })),
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: Route.LoaderArgs) {
  const by = await orderCaller(request, params.id);
  const { line, said } = await lineToSay(request, params, by);
  if (!said.may_review) throw redirect(`/orders/${params.id}`);
  return { id: params.id, title: line.title, variant: line.variant_title };
}

export async function action({ request, params }: Route.ActionArgs) {
  const by = await orderCaller(request, params.id);
  const form = await request.formData();
  const text = textOf(form, "text");
  const stars = Number(textOf(form, "stars"));
  const typed = { text, stars };
  const files = photosOf(form);
  if (files === null) return data({ ...typed, isMany: true, refused: null }, { status: 400 });
  const photos = await sendPhotos(params.id, files, by);
  if (!photos.ok)
    return data({ ...typed, isMany: false, refused: photos.refused }, { status: 400 });
  const body = {
    order_line_id: params.line,
    stars,
    text,
    photos: photos.value,
    anonymous: form.get("anonymous") === "1",
  };
  const answer = await settle(
    call("POST /store/orders/:id/reviews", { params: { id: params.id }, body, by }),
  );
  if (!answer.ok)
    return data({ ...typed, isMany: false, refused: answer.refused }, { status: 400 });
  return redirect(`/orders/${params.id}`, { headers: { "set-cookie": await tell("reviewed") } });
}

export default function OrderReview({ loaderData, actionData }: Route.ComponentProps) {
  const w = afterSaleWords[useLang()];
  const said = useRefusalText();
  const { id, title, variant } = loaderData;
  const refused = actionData?.refused ?? null;
  return (
    <Page title={w.review_title} lead={`${title} · ${variant}`} narrow>
      {refused ? <Notice tone="bad" title={said(refused)} className="mb-4" /> : null}
      <form method="post" encType="multipart/form-data" className="box grid gap-5 p-4 sm:p-5">
        <StarsField chosen={actionData?.stars ?? 0} />
        <TextArea
          name="text"
          label={w.review_text}
          hint={w.review_hint}
          value={actionData?.text ?? ""}
        />
        <PhotosField isMany={actionData?.isMany ?? false} />
        <label className="tap !justify-start gap-3">
          <input type="checkbox" name="anonymous" value="1" />
          {w.anonymous_choice}
        </label>
        <div className="flex flex-wrap gap-3">
          <Button>{w.publish}</Button>
          <a href={`/orders/${id}`} className={buttonClass("quiet")}>
            {w.back}
          </a>
        </div>
      </form>
    </Page>
  );
}
