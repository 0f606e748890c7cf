import { Form, Link, useLocation } from "react-router";

import { useWords } from "../../i18n/use-words";
import { buttonClass } from "../../ui/button";

interface Look {
  theme: "auto" | "light" | "dark";
  text: "normal" | "large";
}

/** The foot of every page: the promise, the open books, how the page looks. */
export function Footer({ look }: { look: Look }) {
  const t = useWords();
  const link = "tap !justify-start text-ink-2 hover:text-ink hover:underline";
  return (
    <footer className="border-t border-rule bg-sunk">
      <div className="mx-auto grid max-w-6xl gap-8 px-4 py-8 sm:px-6 md:grid-cols-[2fr_1fr_1.4fr]">
        <div>
          <p className="font-serif text-xl font-bold">{t("site.slogan")}</p>
          <p className="mt-2 max-w-sm text-sm text-ink-2">{t("footer.promise")}</p>
        </div>
        <nav aria-label={t("footer.help")} className="grid content-start">
          <Link to="/goods" prefetch="intent" className={link}>
            {t("nav.goods")}
          </Link>
          <Link to="/adopt" prefetch="intent" className={link}>
            {t("adoption.title")}
          </Link>
          <Link to="/clearance" prefetch="intent" className={link}>
            {t("clearance.title")}
          </Link>
          <Link to="/stories" prefetch="intent" className={link}>
            {t("nav.stories")}
          </Link>
          <Link to="/totals" prefetch="intent" className={link}>
            {t("nav.totals")}
          </Link>
        </nav>
        <LookForm key={`${look.theme}${look.text}`} look={look} />
      </div>
    </footer>
  );
}

function LookForm({ look }: { look: Look }) {
  const t = useWords();
  const { pathname, search } = useLocation();
  return (
    <Form
      method="post"
      action="/preferences"
      preventScrollReset
      aria-label={t("footer.look")}
      className="grid grid-cols-2 content-start items-end gap-3 text-sm"
    >
      <input type="hidden" name="return_to" value={pathname + search} />
      <label className="grid gap-1">
        {t("footer.theme")}
        <select name="theme" defaultValue={look.theme} className="control">
          <option value="auto">{t("footer.theme_auto")}</option>
          <option value="light">{t("footer.theme_light")}</option>
          <option value="dark">{t("footer.theme_dark")}</option>
        </select>
      </label>
      <label className="grid gap-1">
        {t("footer.text")}
        <select name="text" defaultValue={look.text} className="control">
          <option value="normal">{t("footer.text_normal")}</option>
          <option value="large">{t("footer.text_large")}</option>
        </select>
      </label>
      <button type="submit" className={buttonClass("quiet", "col-span-2")}>
        {t("footer.apply")}
      </button>
    </Form>
  );
}
