import { Form, Link, NavLink, useLocation } from "react-router";

import { useLang, useWords } from "../../i18n/use-words";
import { CartIcon, PersonIcon, SearchIcon } from "../../ui/icons";

const iconLink = "tap relative rounded-full hover:bg-sunk";

/** The head of every page: name, search, language, account, cart. */
export function Header({ cartCount, loggedIn }: { cartCount: number; loggedIn: boolean }) {
  const t = useWords();
  return (
    <header className="sticky top-0 z-20 border-b border-rule bg-paper/95 backdrop-blur">
      <a
        href="#main"
        className="sr-only left-2 rounded-b-md bg-ink px-4 py-2 text-paper focus:not-sr-only focus:absolute"
      >
        {t("site.skip")}
      </a>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-1 px-4 py-1.5 sm:gap-x-3 sm:px-6 md:flex-nowrap md:py-2.5">
        <Link
          to="/"
          prefetch="intent"
          className="tap mr-auto !justify-start font-serif text-2xl font-bold md:mr-2"
        >
          <Brand />
        </Link>
        <nav aria-label={t("nav.label")} className="hidden gap-1 md:flex">
          <Tab to="/goods">{t("nav.goods")}</Tab>
          <Tab to="/clearance">{t("clearance.title")}</Tab>
          <Tab to="/totals">{t("nav.totals")}</Tab>
        </nav>
        <SearchForm />
        <LangSwitch />
        <Link
          to={loggedIn ? "/account" : "/login"}
          prefetch="intent"
          aria-label={loggedIn ? t("nav.account") : t("nav.login")}
          className={iconLink}
        >
          <PersonIcon />
        </Link>
        <Link
          to="/cart"
          prefetch="intent"
          aria-label={cartCount > 0 ? t("nav.cart_count", { count: cartCount }) : t("nav.cart")}
          className={iconLink}
        >
          <CartIcon />
          {cartCount > 0 ? (
            <span
              aria-hidden
              className="absolute top-0.5 right-0 min-w-5 rounded-full bg-persimmon px-1 text-center text-xs leading-5 font-semibold text-white tabular-nums"
            >
              {cartCount > 99 ? "99+" : cartCount}
            </span>
          ) : null}
        </Link>
      </div>
    </header>
  );
}

function Brand() {
  return useLang() === "en" ? (
    <>
      Yi<span className="text-persimmon-ink">gou</span>
    </>
  ) : (
    <>
      以<span className="text-persimmon-ink">购</span>
    </>
  );
}

function Tab({ to, children }: { to: string; children: string }) {
  return (
    <NavLink
      to={to}
      prefetch="intent"
      className="tap px-3 text-ink-2 hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
    >
      {children}
    </NavLink>
  );
}

function SearchForm() {
  const t = useWords();
  const { pathname, search } = useLocation();
  const q = pathname === "/goods" ? (new URLSearchParams(search).get("q") ?? "") : "";
  return (
    <Form
      action="/goods"
      role="search"
      data-suggest="/suggestions"
      className="relative order-last mb-1.5 flex w-full items-center rounded-full border border-edge bg-card pl-4 focus-within:outline-2 focus-within:outline-persimmon-ink md:order-none md:mb-0 md:ml-auto md:max-w-sm"
    >
      <input
        key={q}
        type="search"
        name="q"
        defaultValue={q}
        maxLength={60}
        aria-label={t("nav.search")}
        placeholder={t("nav.search_hint")}
        enterKeyHint="search"
        autoComplete="off"
        className="min-h-11 w-full min-w-0 bg-transparent outline-none placeholder:text-ink-3"
      />
      <button type="submit" aria-label={t("nav.search")} className="tap rounded-full text-ink-2">
        <SearchIcon />
      </button>
      {/* `public/suggest.js` fills this; React leaves what it did not write. */}
      <div
        data-suggestions
        data-label={t("nav.suggestions")}
        className="suggestions"
        dangerouslySetInnerHTML={{ __html: "" }}
      />
      <script type="module" async src="/suggest.js" />
    </Form>
  );
}

function LangSwitch() {
  const t = useWords();
  const { pathname, search } = useLocation();
  const other = useLang() === "en" ? "zh" : "en";
  return (
    <Form method="post" action="/preferences" reloadDocument className="flex">
      <input type="hidden" name="return_to" value={pathname + search} />
      <button
        type="submit"
        name="lang"
        value={other}
        aria-label={`${t("nav.lang")} · ${t("nav.lang_label")}`}
        className="tap rounded-full px-2.5 text-sm whitespace-nowrap text-ink-2 hover:bg-sunk"
      >
        <span lang={other === "en" ? "en" : "zh-CN"}>{t("nav.lang")}</span>
      </button>
    </Form>
  );
}
