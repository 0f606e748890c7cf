import type { ReactNode } from "react";
import {
  data,
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useLocation,
  useRouteLoaderData,
} from "react-router";

import type { Route } from "./+types/root";
import { ErrorPage, type ErrorKind } from "./features/shell/error-page";
import { Footer } from "./features/shell/footer";
import { Header } from "./features/shell/header";
import { LoadingBar, PassingNotice } from "./features/shell/passing";
import { LangProvider } from "./i18n/use-words";
import { readCart } from "./lib/cart.server";
import { guard } from "./lib/guard.server";
import { pageMeta } from "./lib/meta";
import { publicOrigin } from "./lib/page.server";
import { readLogin, readLook, readNotice } from "./lib/session.server";
import { isStill } from "./lib/still";
import appCss from "./ui/app.css?url";

/** Of pages that have no title of their own, such as those that failed. */
export const meta: Route.MetaFunction = ({ matches, error }) =>
  pageMeta(matches, (t) => ({ title: error ? t(`error.${kindOf(error)}`) : t("site.name") }));

export const middleware: Route.MiddlewareFunction[] = [guard];

export const links: Route.LinksFunction = () => [
  { rel: "stylesheet", href: appCss },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/manifest.webmanifest" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

/** What the frame around every page needs. */
export async function loader({ request }: Route.LoaderArgs) {
  const [look, cart, login, notice] = await Promise.all([
    readLook(request),
    readCart(request),
    readLogin(request),
    readNotice(request),
  ]);
  const frame = {
    look,
    cartCount: cart.reduce((sum, item) => sum + item.quantity, 0),
    loggedIn: login.token !== undefined,
    notice: notice.key,
    at: Date.now(),
    origin: publicOrigin(request),
  };
  return data(frame, notice.forget ? { headers: { "set-cookie": notice.forget } } : {});
}

/** The document. Also drawn around errors, when the loader's data may be missing. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const still = isStill(useMatches());
  const look = frame?.look ?? { lang: "zh", theme: "auto", text: "normal" };
  return (
    <html
      lang={look.lang === "en" ? "en" : "zh-CN"}
      data-theme={look.theme}
      data-text={look.text}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#faf7f0" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#181914" media="(prefers-color-scheme: dark)" />
        <Alternates origin={frame?.origin ?? ""} />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        <LangProvider value={look.lang}>
          <LoadingBar />
          <Header cartCount={frame?.cartCount ?? 0} loggedIn={frame?.loggedIn ?? false} />
          <main id="main" tabIndex={-1} className="flex-1 outline-none">
            {children}
          </main>
          {frame?.notice ? <PassingNotice key={frame.at} notice={frame.notice} /> : null}
          <Footer look={look} />
        </LangProvider>
        {still ? null : (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        )}
        <script src="/still.js" async />
      </body>
    </html>
  );
}

/** Where the page stands for good, and where it stands in the other language. */
function Alternates({ origin }: { origin: string }) {
  const { pathname, search } = useLocation();
  const here = origin + pathname;
  const english = `${here}?lang=en`;
  // An address that another names as its translation must stand for itself.
  const isEnglish = new URLSearchParams(search).get("lang") === "en";
  return (
    <>
      <link rel="canonical" href={isEnglish ? english : here} />
      <link rel="alternate" hrefLang="zh-CN" href={here} />
      <link rel="alternate" hrefLang="en" href={english} />
      <link rel="alternate" hrefLang="x-default" href={here} />
    </>
  );
}

export default function Root() {
  return <Outlet />;
}

function kindOf(error: unknown): ErrorKind {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) return "missing";
    return error.status === 503 ? "down" : "broken";
  }
  // A failed fetch of the next page: the browser knows whether it has a network.
  if (typeof navigator !== "undefined" && !navigator.onLine) return "offline";
  return "broken";
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage kind={kindOf(error)} />;
}
