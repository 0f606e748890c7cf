import type { Reply } from "@yigou/backend/contract";
import { Form, Link } from "react-router";

import { useLang, useWords } from "../../i18n/use-words";
import { buttonClass } from "../../ui/button";
import { Money } from "../../ui/money";
import { Notice } from "../../ui/notice";
import { Picture } from "../../ui/picture";

type Line = Reply<"GET /store/cart-preview">["lines"][number] & { quantity: number };

/** One line: what, how many, how much. Every button is a form of its own. */
export function CartLine({ line }: { line: Line }) {
  const t = useWords();
  const title = (useLang() === "en" && line.title_en) || line.title;
  return (
    <li className="flex gap-3 border-b border-rule py-4 first:pt-0 last:border-0">
      <Link to={`/goods/${line.handle}?variant=${line.variant_id}`} tabIndex={-1} aria-hidden>
        <Picture
          src={line.picture}
          category=""
          alt=""
          className="size-20 rounded-small sm:size-24"
        />
      </Link>
      <div className="min-w-0 flex-1">
        <div className="flex gap-3">
          <div className="min-w-0">
            <h2 className="font-sans text-base font-semibold">
              <Link to={`/goods/${line.handle}?variant=${line.variant_id}`}>{title}</Link>
            </h2>
            <p className="text-sm text-ink-2">{line.variant_title}</p>
          </div>
          <p className="ml-auto text-right">
            <Money fen={line.price_fen * line.quantity} className="font-semibold" />
            <span className="block text-sm whitespace-nowrap text-ink-3">
              <Money fen={line.price_fen} /> × {line.quantity}
            </span>
          </p>
        </div>
        {line.in_stock ? null : (
          <Notice tone="warn" className="mt-2">
            {t("cart.sold_out")}
          </Notice>
        )}
        <Quantity line={line} title={title} />
      </div>
    </li>
  );
}

function Quantity({ line, title }: { line: Line; title: string }) {
  const t = useWords();
  const step = "tap rounded-full text-xl hover:bg-sunk";
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3">
      <Form method="post" action="/cart" className="flex items-center">
        <input type="hidden" name="variant_id" value={line.variant_id} />
        {/* Return in the field means the number in it, not the first button beside it. */}
        <button
          type="submit"
          name="intent"
          value="set"
          tabIndex={-1}
          aria-hidden
          className="hidden"
        />
        <button
          type="submit"
          name="intent"
          value="less"
          aria-label={t("cart.less")}
          className={step}
        >
          −
        </button>
        <input
          type="number"
          name="quantity"
          min={0}
          max={999}
          defaultValue={line.quantity}
          aria-label={t("cart.quantity_of", { title })}
          // `public/still.js`: leaving the field is enough; without a script the button below sends it.
          data-send-itself
          className="control w-14 px-1 text-center tabular-nums"
        />
        <button
          type="submit"
          name="intent"
          value="more"
          aria-label={t("cart.more")}
          className={step}
        >
          +
        </button>
        <noscript>
          <button type="submit" name="intent" value="set" className={buttonClass("quiet", "ml-2")}>
            {t("cart.update")}
          </button>
        </noscript>
      </Form>
      <Form method="post" action="/cart" className="ml-auto">
        <input type="hidden" name="variant_id" value={line.variant_id} />
        <input type="hidden" name="quantity" value="0" />
        <button
          type="submit"
          name="intent"
          value="set"
          aria-label={t("cart.remove_of", { title })}
          className="tap px-2 text-sm text-ink-2 underline underline-offset-4"
        >
          {t("cart.remove")}
        </button>
      </Form>
    </div>
  );
}
