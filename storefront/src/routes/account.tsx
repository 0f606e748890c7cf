import { Form, NavLink, Outlet } from "react-router";

import type { Route } from "./+types/account";
import { followWords } from "../i18n/follow-words";
import { honourWords } from "../i18n/honour-words";
import { useLang, useWords } from "../i18n/use-words";
import { toLogin } from "../lib/page.server";
import { readLogin } from "../lib/session.server";
import { Page } from "../ui/page";

/** The frame of the account; visitors go to the login and come back. */
export async function loader({ request }: Route.LoaderArgs) {
  const { token, email = "" } = await readLogin(request);
  if (!token) throw await toLogin(request);
  return { email };
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const t = useWords();
  const lang = useLang();
  const tabs = [
    { to: "/account", label: t("account.orders") },
    { to: "/account/addresses", label: t("account.addresses") },
    { to: "/account/cards", label: t("card.tab") },
    { to: "/account/units", label: t("account.units") },
    { to: "/account/following", label: followWords[lang].tab },
    { to: "/account/honours", label: honourWords[lang].tab },
  ];
  return (
    <Page title={t("account.title")} lead={t("account.hello", { email: loaderData.email })}>
      <div className="mb-6 flex flex-wrap items-center gap-x-1 border-b border-rule">
        <nav
          aria-label={t("account.title")}
          // Six tabs are wider than a phone: they scroll, and logging out stays in sight.
          className="flex max-w-full min-w-0 gap-x-1 overflow-x-auto [scrollbar-width:none]"
        >
          {tabs.map(({ to, label }) => (
            <NavLink
              key={to}
              to={to}
              end
              prefetch="intent"
              className="tap -mb-px shrink-0 border-b-2 border-transparent px-2 whitespace-nowrap text-ink-2 sm:px-3 aria-[current=page]:border-persimmon aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {label}
            </NavLink>
          ))}
        </nav>
        <Form method="post" action="/logout" className="ml-auto">
          <button
            type="submit"
            className="tap text-sm whitespace-nowrap text-ink-2 underline underline-offset-4"
          >
            {t("nav.logout")}
          </button>
        </Form>
      </div>
      <Outlet />
    </Page>
  );
}
