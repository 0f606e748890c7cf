import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";

import { learn, parseLang } from "./i18n";

/** Loads only the words of the page's language. */
async function wake() {
  const lang = parseLang(document.documentElement.lang.slice(0, 2));
  if (lang === "en") learn(lang, (await import("./i18n/en")).en);
  else learn(lang, (await import("./i18n/zh")).zh);
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
