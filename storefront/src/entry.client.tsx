import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";

import { learn, parseLang } from "./i18n";

/**
 * Waits until the page's data is decoded.
 * NOTE: otherwise the router suspends React's first render, and whoever chooses or types in that moment is left
 * with a page that never wakes up (React's error 345, remix-run/react-router#12763). Its first call only asks.
 */
async function dataDecoded() {
  try {
    HydratedRouter({});
  } catch (asked) {
    if (!(asked instanceof Promise)) throw asked;
    await asked;
  }
}

/** Loads only the words of the page's language. */
async function wake() {
  const lang = parseLang(document.documentElement.lang.slice(0, 2));
  if (lang === "en") learn(lang, (await import("./i18n/en")).en);
  else learn(lang, (await import("./i18n/zh")).zh);
  await dataDecoded();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <HydratedRouter />
      </StrictMode>,
    );
  });
}

void wake();
